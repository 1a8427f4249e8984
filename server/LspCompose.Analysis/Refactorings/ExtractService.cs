using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Moves a service to a file of its own, in the same folder so that its paths stay, and includes that file.</summary>
internal sealed class ExtractService : Refactoring
{
    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Extract];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        if (spot.IsLegacy || !spot.IsOnKey || spot.Service is not { Entry: { } entry } place || spot.Innermost != place || spot.File.Tree.Errors.Count > 0
            || spot.File.Model.Roots is not [{ IsFlow: false } root] || !root.TryGetEntry("services", out var services) || services.Value is not { IsMapping: true, IsFlow: false, Entries.Count: > 1 } || !CanMove(spot, entry)
            || !CanInclude(root) || FreePath(spot, entry.Name) is not { } path)
        {
            yield break;
        }

        var name = HostPath.Name(path);
        var fix = spot.Rewrite($"Move '{entry.Name}' to '{name}' and include it", FixKind.Extract, () => Edits(spot, root, services, entry, path));
        yield return new Fix(fix.Title, fix.Kind, () => fix.Edits) { CreatesFile = true };
    }

    // A service of the same name elsewhere in the project would clash with the included one, and names of this file mean nothing in another.
    private static bool CanMove(Spot spot, YamlEntry entry)
    {
        var project = spot.Workspace.Projects.For(spot.File.Path);
        return project.Request.Files is [var only] && only == spot.File.Path
            && entry.Value is { IsMapping: true, Tag: null, Anchor: null } body && entry.Key.FullSpan == entry.Key.Span && spot.Layout.StartsLine(entry.Span.Start)
            && !Blocks.HasAnchors(body)
            && !ExtendsHere(body)
            && !spot.File.Model.Services.Any(other => other.Entry.Value.Get("extends") is { } extends && (extends.IsScalar ? extends.Value : extends.Get("file") is null ? extends.Get("service")?.Value : null) == entry.Name);
    }

    private static bool ExtendsHere(YamlNode body) => body.Get("extends") is { } extends && (extends.IsScalar || extends.Get("file") is null);

    private static bool CanInclude(YamlNode root) => !root.TryGetEntry("include", out var include) || include.Value is { IsSequence: true, Items.Count: > 0, Anchor: null, Tag: null };

    private static string? FreePath(Spot spot, string service)
    {
        var name = new string([.. service.Select(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '-')]);
        var path = HostPath.Absolute(HostPath.Folder(spot.File.Path), name + ".compose.yaml", spot.Workspace.Projects.For(spot.File.Path).Request.Environment);
        return spot.Workspace.Find(path) is null or FileContent.Missing ? path : null;
    }

    private static IReadOnlyList<FileEdit> Edits(Spot spot, YamlNode root, YamlEntry services, YamlEntry entry, string path)
    {
        var file = FinalLineBreak.Ensure(spot.File);
        var layout = new Layout(file.Tree);
        var text = file.Text;
        var column = layout.Column(entry.Key.Span.Start);
        var first = text.LineOf(entry.Span.Start);
        var top = text.LineOf(services.ColonOffset);
        while (first - 1 > top && CommentColumn(first - 1) == column)
        {
            first--;
        }

        var last = text.LineOf(entry.Span.End - 1);
        while (last + 1 < text.LineCount && CommentColumn(last + 1) > column)
        {
            last++;
        }

        var moved = new TextSpan(text.LineStart(first), text.FullLineSpan(last).End);
        var edits = new EditList();

        // The blank line that set it apart goes along.
        var isApart = first - 1 > top && text.Slice(text.LineSpan(first - 1)).IsWhiteSpace();
        edits.Delete(isApart ? new TextSpan(text.LineStart(first - 1), moved.End) : moved);
        if (root.TryGetEntry("include", out var include))
        {
            new CollectionWriter(layout, edits).AppendItems(include.Value, [HostPath.Name(path)]);
        }
        else
        {
            spot.InsertAbove(root.Entries[0] is { Name: "version" or "name" } && root.Entries.Count > 1 ? root.Entries[1] : root.Entries[0], ["include:", new string(' ', spot.Unit) + "- " + HostPath.Name(path), ""], edits);
        }

        return
        [
            .. FinalLineBreak.Drop(edits.ToSeparateEdits(), text, spot.File.Text).Select(edit => new FileEdit(spot.File.Path, edit)),
            FileEdit.Create(path, "services:" + layout.LineBreak + text.ToString(moved)),
        ];

        int CommentColumn(int line)
        {
            var content = text.Slice(text.LineSpan(line));
            var at = content.IndexOfAnyExcept(' ', '\t');
            return at >= 0 && content[at] == '#' ? at : -1;
        }
    }
}
