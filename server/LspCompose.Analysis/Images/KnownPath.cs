namespace LspCompose.Analysis.Images;

/// <summary>A path in the containers of an image that is mounted, and what for.</summary>
internal sealed record KnownPath(string Path, string Purpose, KnownPathKind Kind = KnownPathKind.Data);
