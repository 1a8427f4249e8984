namespace LspCompose.Analysis.Dockerfiles;

/// <summary>A stage of a Dockerfile: its name as written, the image or stage it starts from, and the 0-based line of its <c>FROM</c>.</summary>
internal sealed record BuildStage(string Name, string From, int Line);
