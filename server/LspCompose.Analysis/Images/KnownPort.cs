namespace LspCompose.Analysis.Images;

/// <summary>A port an image listens on, and for what.</summary>
internal sealed record KnownPort(int Number, string Purpose, string Protocol = "tcp");
