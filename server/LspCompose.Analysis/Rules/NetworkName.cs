using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>A name a service answers to: on one network, or on all of its own where that is null.</summary>
internal sealed record NetworkName(string Name, NetworkNameKind Kind, string? Network, SourcePlace Place);
