using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>What a conversion will do to a file, before it is written down as edits.</summary>
internal sealed class ConversionPlan(ComposeFile file)
{
    private readonly Dictionary<Service, ServiceChange> changes = [];

    public ComposeFile File { get; } = file;

    /// <summary>The changed services in the order of the file.</summary>
    public IEnumerable<ServiceChange> Changes => File.Model.Services.Where(changes.ContainsKey).Select(service => changes[service]);

    /// <summary>Services that go away: ambassadors.</summary>
    public List<Service> RemovedServices { get; } = [];

    /// <summary>The network to declare at top level, null when none is made.</summary>
    public string? NewNetwork { get; set; }

    /// <summary>Pairs of services, consumer first, whose start order is given up.</summary>
    public List<(Service Consumer, Service Target)> DroppedOrders { get; } = [];

    public List<MigrationNote> Converted { get; } = [];

    public List<MigrationNote> Left { get; } = [];

    public List<string> RuntimeChanges { get; } = [];

    /// <summary>Why the conversion might change what a name means or what a container reads; it is safe when there is no reason.</summary>
    public List<string> Doubts { get; } = [];

    public ServiceChange For(Service service)
    {
        if (!changes.TryGetValue(service, out var change))
        {
            changes[service] = change = new ServiceChange(service);
        }

        return change;
    }
}
