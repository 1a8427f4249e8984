namespace LspCompose.Analysis.Projects.Loading;

/// <summary>One step on the way to an included file: the file, and the place that includes the next one (of the step before the last).</summary>
internal sealed record IncludeStep(string Path, SourcePlace Place);
