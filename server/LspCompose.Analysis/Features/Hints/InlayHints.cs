using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Features.Effective;
using LspCompose.Analysis.Features.Hovers;
using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Hints;

/// <summary>Hints between the characters of a file: what is not written there and counts all the same.</summary>
public sealed class InlayHints
{
    private const int MaxLength = 40;

    private readonly Workspace workspace;
    private readonly ComposeFile file;
    private readonly Project project;
    private readonly IReadOnlySet<InlayHintKind> kinds;
    private readonly EffectiveText text;
    private readonly List<InlayHint> hints = [];
    private readonly bool hasNetworks;
    private readonly ProjectOnEngine? engine;

    private InlayHints(Workspace workspace, ComposeFile file, IReadOnlySet<InlayHintKind> kinds)
    {
        this.workspace = workspace;
        this.file = file;
        this.kinds = kinds;
        project = workspace.Projects.For(file.Path);
        text = new EffectiveText(workspace, project);
        engine = kinds.Contains(InlayHintKind.Containers) ? ProjectOnEngine.Of(workspace, file.Path) : null;
        hasNetworks = project.Model.Get("networks") is ConfigMapping networks && networks.Entries.Any(network => network.Key != "default");
    }

    /// <summary>The hints of some kinds in a span of a file, in the order of the text.</summary>
    public static IReadOnlyList<InlayHint> In(Workspace workspace, string path, TextSpan span, IReadOnlySet<InlayHintKind> kinds, CancellationToken cancellation)
    {
        if (kinds.Count == 0 || !workspace.TryGetFile(path, out var file))
        {
            return [];
        }

        var hints = new InlayHints(workspace, file, kinds);
        foreach (var place in file.Places.In(span))
        {
            cancellation.ThrowIfCancellationRequested();
            hints.Add(place);
        }

        return [.. hints.hints.Where(hint => span.Touches(hint.Offset)).OrderBy(hint => hint.Offset)];
    }

    private void Add(Place place)
    {
        if (place.Value is { IsScalar: true, IsMissing: false })
        {
            AddVariables(place.Value);
            AddPort(place);
            AddEffective(place);
        }
        else if (place.Value.IsSequence)
        {
            AddEffective(place);
        }

        AddNetwork(place);
        AddContainers(place);
    }

    private void AddVariables(YamlNode scalar)
    {
        if (!kinds.Contains(InlayHintKind.Variables) || !scalar.Value.Contains('$', StringComparison.Ordinal))
        {
            return;
        }

        var variables = project.ScopeOf(file.Path).Variables;
        var origin = new ScalarOrigin(scalar, file.Text);
        var end = 0;
        foreach (var use in Template.Substitute(scalar.Value, variables.Get).Variables.Where(use => use.Kind is VariableUseKind.Set or VariableUseKind.Defaulted))
        {
            // What stands inside of another reference is told by that one.
            if (use.ReferenceSpan.Start < end)
            {
                continue;
            }

            end = use.ReferenceSpan.End;
            var written = scalar.Value[use.ReferenceSpan.Start..use.ReferenceSpan.End];
            var value = SecretTexts.Shown(use, scalar.Value, SecretTexts.Hide(Template.Substitute(written, variables.Get).Value, written, variables.Get));
            if (value.Length > 0)
            {
                var from = use.Kind == VariableUseKind.Defaulted ? "The default: the variable has no value." : variables.Find(use.Name)?.Place is { } place ? $"From {PlaceNames.Of(workspace, place)}." : "From the environment.";
                Add(InlayHintKind.Variables, origin.ToSource(use.ReferenceSpan).End, $"= {value}", from);
            }
        }
    }

    private void AddPort(Place place)
    {
        if (kinds.Contains(InlayHintKind.Ports) && place.Item is not null && ValueDocs.SyntaxOf(place) == "port"
            && FilledText.Of(place.Value.Value, project.ScopeOf(file.Path).Variables.Get) is { } filled && PortWords.Short(filled) is { } label)
        {
            Add(InlayHintKind.Ports, place.Value.Span.End, label, PortWords.Of(filled) ?? "");
        }
    }

    private void AddEffective(Place place)
    {
        if (!kinds.Contains(InlayHintKind.EffectiveValues) || place.Entry is not { } entry || place.Schema?.Defines is not null || EffectiveValues.Differing(file, project, place) is not { } value
            || !EffectiveValues.Leaves(value).Any(leaf => leaf.Place.Path != file.Path || !entry.Span.Contains(leaf.Place.Span)))
        {
            return;
        }

        // A list that grew is told behind its key, a value that was replaced behind it.
        if (value is ConfigScalar scalar && place.Value.IsScalar && text.Line(entry.Name, scalar) is { } line && line != place.Value.Value)
        {
            Add(InlayHintKind.EffectiveValues, place.Value.Span.End, $"→ {(line.Length == 0 ? "(empty)" : line)}", $"In effect, from {text.Origin(scalar)}.");
        }
        else if (value is ConfigSequence or ConfigMapping && place.Value.IsSequence && entry.ColonOffset >= 0)
        {
            var more = EffectiveValues.Leaves(value).Count(leaf => leaf.Place.Path != file.Path || !entry.Span.Contains(leaf.Place.Span));
            Add(InlayHintKind.EffectiveValues, place.Value.IsFlow ? place.Value.Span.End : entry.ColonOffset + 1, $"+ {more} from elsewhere", text.Block(entry.Name, value));
        }
    }

    private void AddNetwork(Place place)
    {
        if (kinds.Contains(InlayHintKind.ImplicitNetworks) && hasNetworks && place.Entry is { ColonOffset: >= 0 } entry && place.Parent is { Name: "services", Parent: null }
            && EffectiveValues.Find(file, project, place) is ConfigMapping service && IsFirstPlace(service) && service.Get("networks") is ConfigMapping { Entries: [{ Key: "default" } network] } networks
            && networks.Place == network.KeyPlace && networks.Place.Span == entry.Key.Span)
        {
            Add(InlayHintKind.ImplicitNetworks, entry.ColonOffset + 1, "network: default", "The service names no network, so it is on the project's default one, apart from services that name others.");
        }

        bool IsFirstPlace(ConfigMapping service) => service.TryGet("networks", out var entry) && entry.KeyPlace.Path == file.Path;
    }

    // Behind the place that defines a service, not behind those that only change it.
    private void AddContainers(Place place)
    {
        if (engine is not { Containers.All.Count: > 0 } || place.Entry is not { ColonOffset: >= 0 } entry || place.Within("service") != place || ContainerWords.Short(engine.Containers.Of(entry.Name)) is not { } state
            || engine.Composition.Find(entry.Name) is not { Definition: var definition } || definition.File.Path != file.Path || definition.Service.Entry.Key.Span != entry.Key.Span)
        {
            return;
        }

        var label = engine.Differences(entry.Name).Count > 0 ? $"{state}, differs from the file" : state;
        hints.Add(new InlayHint(InlayHintKind.Containers, entry.ColonOffset + 1, label, EngineStory.OfService(engine, entry.Name) ?? label));
    }

    private void Add(InlayHintKind kind, int offset, string label, string tooltip)
    {
        var line = label.ReplaceLineEndings("⏎");
        hints.Add(new InlayHint(kind, offset, line.Length > MaxLength ? $"{line[..(char.IsHighSurrogate(line[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1)]}…" : line, tooltip));
    }
}
