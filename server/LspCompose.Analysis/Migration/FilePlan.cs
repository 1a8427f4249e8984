using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>What a conversion will do to one file.</summary>
internal sealed class FilePlan(ComposeFile file)
{
    private readonly Dictionary<YamlNode, ServiceChange> changes = [];

    public ComposeFile File { get; } = file;

    /// <summary>The changed services and fragments in the order of the file.</summary>
    public IEnumerable<ServiceChange> Changes => changes.Values.OrderBy(change => change.Service.Entry.Span.Start);

    public List<Service> RemovedServices { get; } = [];

    /// <summary>The networks to declare at top level.</summary>
    public List<string> NewNetworks { get; } = [];

    public List<MigrationNote> Converted { get; } = [];

    public List<MigrationNote> Left { get; } = [];

    public ServiceChange For(Service service)
    {
        // A fragment is looked at as a service anew each time; its key tells it.
        if (!changes.TryGetValue(service.Entry.Key, out var change))
        {
            changes[service.Entry.Key] = change = new ServiceChange(service);
        }

        return change;
    }
}
