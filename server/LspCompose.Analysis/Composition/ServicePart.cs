using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Composition;

/// <summary>What one place of one file says about a service of a project.</summary>
internal sealed record ServicePart(ComposeFile File, Service Service, PartKind Kind);
