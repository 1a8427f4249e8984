namespace LspCompose.Analysis.Projects;

/// <summary>A variable <c>${…}</c> is filled in from: its value, null where it is named and has none, and the line of <c>.env</c> that gives it; null for one of the shell or Compose.</summary>
internal sealed record ProjectVariable(string Name, string? Value, SourcePlace? Place)
{
    /// <summary>Where it comes from in a word: <c>.env:3</c>, <c>shell</c> or <c>Compose</c>.</summary>
    public required string Origin { get; init; }
}
