namespace LspCompose.Analysis.Images;

/// <summary>An environment variable an image reads: what it does, and a usual value, empty for none.</summary>
internal sealed record KnownVariable(string Name, string Description, string Value = "");
