namespace LspCompose.Analysis.Projects.Loading;

/// <summary>A file whose services others extend.</summary>
internal sealed record ExtendedFile(string Path, ConfigMapping Root, IReadOnlyList<PathReset> Resets);
