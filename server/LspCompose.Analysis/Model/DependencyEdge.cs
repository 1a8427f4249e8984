namespace LspCompose.Analysis.Model;

/// <summary>A dependency between two services of a file.</summary>
public sealed record DependencyEdge(Service From, Service To, Dependency Dependency);
