namespace LspCompose.Engine.Tests.Proof;

/// <summary>A Compose to bring projects up with: its name for messages and its command line.</summary>
internal sealed record ComposeTool(string Name, IReadOnlyList<string> CommandLine);
