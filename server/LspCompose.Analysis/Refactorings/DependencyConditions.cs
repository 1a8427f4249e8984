using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Has a service wait for the health of one it depends on, where something checks that.</summary>
internal sealed class DependencyConditions : Refactoring
{
    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Rewrite];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        if (spot.IsLegacy || spot.EntryOf("service") is not { Entry: { Name: "depends_on" } entry } attribute)
        {
            yield break;
        }

        var below = spot.Places.FirstOrDefault(place => place.Parent == attribute);
        if (entry.Value.IsSequence && CollectionForms.CanBecomeMapping(spot, entry))
        {
            var here = below?.Item is { } item ? item.Value.Value : null;
            List<string> names = [.. entry.Value.Items.Select(one => one.Value.Value).Where(name => (here is null || name == here) && IsChecked(spot, name))];
            if (names.Count > 0)
            {
                var whom = Whom(names);
                yield return spot.Change($"Wait until {whom}", FixKind.Rewrite, () => List(spot, entry, names, []));
                yield return spot.Change($"Wait until {whom}, and restart with {(names.Count == 1 ? "it" : "them")}", FixKind.Rewrite, () => List(spot, entry, names, [Part.Literal("restart", "true")]));
            }
        }
        else if (below?.Entry is { Value.IsMapping: true } one && one.Value.Get("condition") is { IsScalar: true, Value: not "service_healthy", Anchor: null, Tag: null } condition && IsChecked(spot, one.Name))
        {
            yield return spot.Change($"Wait until {Whom([one.Name])}", FixKind.Rewrite, () =>
            {
                var edits = new EditList();
                edits.Replace(Layout.Inner(condition), "service_healthy");
                return spot.Edits(edits);
            });
        }
    }

    private static IReadOnlyList<FileEdit> List(Spot spot, YamlEntry entry, IReadOnlyList<string> healthy, IReadOnlyList<Part> more)
    {
        var edits = new EditList();
        CollectionForms.ToMapping(spot, entry, edits, item => healthy.Contains(item.Value.Value)
            ? Part.Mapping(item.Value.Value, [Part.Text("condition", "service_healthy"), .. more])
            : Part.Mapping(item.Value.Value, Part.Text("condition", "service_started")));
        return spot.Edits(edits);
    }

    private static string Whom(IReadOnlyList<string> names) => $"{Sentence.List(names.Select(name => $"'{name}'"))} {(names.Count == 1 ? "is" : "are")} healthy";

    private static bool IsChecked(Spot spot, string name) =>
        (spot.Workspace.Projects.For(spot.File.Path).Model.Get("services") as ConfigMapping)?.Get(name) is ConfigMapping service && service.Get("healthcheck") is ConfigMapping check
        && check.Get("disable") is not ConfigScalar { Value: true } && check.Get("test") is ConfigSequence { Items: [ConfigScalar { Text: not "NONE" }, ..] };
}
