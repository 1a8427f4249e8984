using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>A device of the host, its path in the container and what the container may do with it; null spans for parts not written.</summary>
public sealed record DeviceMapping(string Source, string Target, string Permissions, TextSpan SourceSpan, TextSpan? TargetSpan, TextSpan? PermissionsSpan);
