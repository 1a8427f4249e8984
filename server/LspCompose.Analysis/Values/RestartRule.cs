namespace LspCompose.Analysis.Values;

/// <summary>When a container is started again, and how many times at most (null: no limit).</summary>
public sealed record RestartRule(RestartKind Kind, long? MaximumAttempts);
