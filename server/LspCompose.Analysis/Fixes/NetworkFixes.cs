using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;

namespace LspCompose.Analysis.Fixes;

/// <summary>Fixes that put services on networks.</summary>
internal static class NetworkFixes
{
    /// <summary>Adds a network to the list a service has in a file; none where it has no list of its own there.</summary>
    public static IReadOnlyList<Fix> Join(ComposeFile file, string service, string network) => CanJoin(file, service)
        ? [new Fix($"Connect '{service}' to network '{network}'", FixKind.QuickFix, () => Edits(file, service, network)) { IsSafe = false }]
        : [];

    private static bool CanJoin(ComposeFile file, string name) =>
        file.Model.Find(name) is { } service && service.OwnEntry("networks") is { Value: { IsSequence: true, Anchor: null, Tag: null, Items.Count: > 0 } } entry &&
        entry.Value.Items.All(item => item.Value.IsScalar) && !service.IsShared(entry.Span);

    private static IReadOnlyList<FileEdit> Edits(ComposeFile file, string name, string network)
    {
        var ensured = FinalLineBreak.Ensure(file);
        if (ensured.Model.Find(name) is not { } service || service.OwnEntry("networks") is not { } entry)
        {
            return [];
        }

        var edits = new EditList();
        new CollectionWriter(new Layout(ensured.Tree), edits).ChangeItems(entry.Value, _ => false, [network], FlowText.Of(service.Body));
        return [.. FinalLineBreak.Drop(edits.ToEdits(), ensured.Text, file.Text).Select(edit => new FileEdit(file.Path, edit))];
    }
}
