using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>What a conversion will do to the files of a project, before it is written down as edits.</summary>
internal sealed class ConversionPlan(ProjectComposition composition)
{
    private readonly Dictionary<string, FilePlan> files = composition.Files.ToDictionary(file => file.Path, file => new FilePlan(file), StringComparer.Ordinal);

    public ProjectComposition Composition { get; } = composition;

    /// <summary>What is done to each file, services that others extend included, in the order the files are merged.</summary>
    public IReadOnlyCollection<FilePlan> Files => files.Values;

    /// <summary>The network that takes the place of <c>default</c>, null when none does.</summary>
    public string? NewNetwork { get; set; }

    /// <summary>The new networks that are made outside of the project, by the key they are declared by: their names there.</summary>
    public Dictionary<string, string> ExternalNetworks { get; } = new(StringComparer.Ordinal);

    /// <summary>The networks made outside of the project that services join, by their names there.</summary>
    public List<string> JoinedNetworks { get; } = [];

    /// <summary>Names of the services that go away: ambassadors and their helpers.</summary>
    public HashSet<string> Removed { get; } = new(StringComparer.Ordinal);

    /// <summary>Pairs of services, consumer first, whose start order is given up.</summary>
    public List<(ComposedService Consumer, ComposedService Target)> DroppedOrders { get; } = [];

    public List<string> RuntimeChanges { get; } = [];

    /// <summary>Why the conversion might change what a name means or what a container reads; it is safe when there is no reason.</summary>
    public List<string> Doubts { get; } = [];

    /// <summary>True when the services of first-format files move under <c>services:</c>.</summary>
    public bool WrapsLegacy { get; set; }

    public FilePlan For(ComposeFile file)
    {
        if (!files.TryGetValue(file.Path, out var plan))
        {
            files[file.Path] = plan = new FilePlan(file);
        }

        return plan;
    }

    public FilePlan ForPath(string path) => files.TryGetValue(path, out var plan) ? plan : Composition.FindFile(path) is { } file ? For(file) : files.Values.First();

    public ServiceChange For(ServicePart part) => For(part.File).For(part.Service);

    public void Converted(ItemPlace place, string message) => ForPath(place.Path).Converted.Add(new MigrationNote(place.Span, message));

    public void Left(ItemPlace place, string message) => ForPath(place.Path).Left.Add(new MigrationNote(place.Span, message));
}
