namespace LspCompose.Analysis.Images;

/// <summary>What is known about an image beforehand.</summary>
internal sealed record KnownImage(string Name, string Description)
{
    /// <summary>Repositories of images that behave alike.</summary>
    public IReadOnlyList<string> Like { get; init; } = [];

    /// <summary>Tags worth choosing, best first.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The ports it listens on, most important first.</summary>
    public IReadOnlyList<KnownPort> Ports { get; init; } = [];

    /// <summary>The environment variables it reads, most important first.</summary>
    public IReadOnlyList<KnownVariable> Variables { get; init; } = [];

    /// <summary>The folders and files in its containers that are mounted, those it keeps data in first.</summary>
    public IReadOnlyList<KnownPath> Paths { get; init; } = [];

    /// <summary>A shell command that ends well while it works; a <c>$$</c> leaves the variable to the container's shell. Empty when none is known.</summary>
    public string HealthCommand { get; init; } = "";

    /// <summary>Users of the image other than root.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>A service that runs it, ready to use; null when there is none.</summary>
    public ReadyService? Service { get; init; }
}
