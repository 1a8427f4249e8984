using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>
/// Which services depend on which: by <c>depends_on</c>, links, volumes and namespaces taken from each other, what they extend and what they are built from. What a service merges
/// in from a fragment counts as its own.
/// </summary>
public static class DependencyHierarchy
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "depends_on", "links", "volumes_from", "network_mode", "net", "pid", "ipc", "uts", "extends", "build",
    };

    /// <summary>The service that is named at a 0-based UTF-16 offset; null where none is.</summary>
    public static HierarchyItem? At(Workspace workspace, string path, int offset) =>
        SymbolMeaning.At(workspace, path, offset) is { Key.Kind: SymbolKind.Service } meaning ? ItemOf(workspace, meaning.Definitions, path) : null;

    /// <summary>What the service named at an offset depends on, each service once, with the places in the service's own file.</summary>
    public static IReadOnlyList<HierarchyCall> Outgoing(Workspace workspace, string path, int offset, CancellationToken cancellation = default)
    {
        if (SymbolMeaning.At(workspace, path, offset) is not { Key.Kind: SymbolKind.Service } meaning || ItemOf(workspace, meaning.Definitions, path) is not { } item)
        {
            return [];
        }

        var project = meaning.Project;
        var places = new Dictionary<SymbolKey, List<TextSpan>>();
        foreach (var file in meaning.Definitions.Select(definition => definition.Path).Distinct().Select(workspace.FindComposeFile).OfType<ComposeFile>())
        {
            cancellation.ThrowIfCancellationRequested();
            var callers = new Callers(file);
            foreach (var use in file.Symbols.All.Where(IsDependency))
            {
                if (callers.Of(use).Contains(item.Name) && project.KeyOf(use) is { } key && key != meaning.Key)
                {
                    if (!places.TryGetValue(key, out var spans))
                    {
                        places[key] = spans = [];
                    }

                    if (file.Path == item.Path)
                    {
                        spans.Add(use.Span);
                    }
                }
            }
        }

        return [.. places.Select(call => ItemOf(workspace, project.Definitions(call.Key), path) is { } other ? new HierarchyCall(other, call.Value.Count > 0 ? call.Value : [item.Span]) : null).OfType<HierarchyCall>()];
    }

    /// <summary>The services that depend on the one named at an offset, each once a file, with the places in that file.</summary>
    public static IReadOnlyList<HierarchyCall> Incoming(Workspace workspace, string path, int offset, CancellationToken cancellation = default)
    {
        if (SymbolMeaning.At(workspace, path, offset) is not { Key.Kind: SymbolKind.Service } meaning)
        {
            return [];
        }

        var calls = new List<HierarchyCall>();
        foreach (var uses in meaning.All(cancellation).Where(IsDependency).GroupBy(use => use.Path, StringComparer.Ordinal))
        {
            if (workspace.FindComposeFile(uses.Key) is not { } file)
            {
                continue;
            }

            var callers = new Callers(file);
            foreach (var caller in uses.SelectMany(use => callers.Of(use).Select(name => (name, use.Span))).GroupBy(call => call.name, call => call.Span, StringComparer.Ordinal))
            {
                cancellation.ThrowIfCancellationRequested();
                if (callers.Definition(caller.Key) is { } definition && ItemOf(workspace, [definition], path) is { } item)
                {
                    calls.Add(new HierarchyCall(item, [.. caller]));
                }
            }
        }

        return calls;
    }

    private static bool IsDependency(Symbol symbol) => symbol is { Kind: SymbolKind.Service, Role: SymbolRole.Reference, Attribute: { } attribute } && Attributes.Contains(attribute);

    private static HierarchyItem? ItemOf(Workspace workspace, IReadOnlyList<Symbol> definitions, string path) =>
        (definitions.FirstOrDefault(definition => definition.Path == path) ?? (definitions.Count > 0 ? definitions[0] : null)) is { } definition
            ? new HierarchyItem(definition.Name, definition.Path, definition.Whole, definition.Span, workspace.FindComposeFile(definition.Path)?.Model.Find(definition.Name)?.Image)
            : null;

    /// <summary>Tells which services of a file a reference in it belongs to: the one around it, or those that merge the fragment around it in.</summary>
    private sealed class Callers(ComposeFile file)
    {
        private readonly Lazy<ILookup<TextSpan, string>> merged = new(() => file.Model.Services
            .SelectMany(service => service.Dependencies.Where(dependency => !service.Entry.Span.Contains(dependency.Span)).Select(dependency => (dependency.Span, service.Name)))
            .ToLookup(use => use.Span, use => use.Name));

        private readonly Lazy<ILookup<string, Symbol>> definitions = new(() => file.Symbols.All
            .Where(symbol => symbol is { Kind: SymbolKind.Service, Role: SymbolRole.Definition }).ToLookup(symbol => symbol.Name, StringComparer.Ordinal));

        public Symbol? Definition(string service) => definitions.Value[service].FirstOrDefault();

        public IEnumerable<string> Of(Symbol use) => use.Service is { } service ? [service]
            : use.Scalar is { } scalar ? merged.Value[scalar.Span].Distinct()
            : [];
    }
}
