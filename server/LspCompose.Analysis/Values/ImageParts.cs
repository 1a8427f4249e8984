namespace LspCompose.Analysis.Values;

/// <summary>The parts of the name of an image as written; empty where one is not.</summary>
public sealed record ImageParts(string Registry, string Repository, string Tag, string Digest);
