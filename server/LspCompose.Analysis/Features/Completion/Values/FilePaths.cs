using LspCompose.Analysis.LinkEnvironment;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Paths of files and folders on the host, one name at a time: what is in the folder that is typed already.</summary>
internal static class FilePaths
{
    // Nobody means what is in them; whoever types their names gets them.
    private static readonly string[] Hidden = [".git", "node_modules", ".DS_Store"];

    /// <summary>Folders.</summary>
    public static IEnumerable<Suggestion> Folders(CompletionContext context) => Below(context, _ => null);

    /// <summary>Files of the kind the attribute takes first, and the folders that lead to others.</summary>
    public static IEnumerable<Suggestion> Files(CompletionContext context)
    {
        var attribute = AttributeOf(context);
        return Below(context, name => IsUsual(attribute, name) ? SuggestionRank.Common : Rank(name));
    }

    /// <summary>Compose files, but not the one the cursor is in.</summary>
    public static IEnumerable<Suggestion> ComposeFiles(CompletionContext context) =>
        Below(context, name => ComposeFileNames.IsComposeNamed(name) ? SuggestionRank.Common : ComposeFileNames.IsYaml(name) ? SuggestionRank.Common + 1 : SuggestionRank.Rare);

    /// <summary>Dockerfiles, from the folder that is built.</summary>
    public static IEnumerable<Suggestion> Dockerfiles(CompletionContext context) =>
        BuildFiles.Of(context)?.Folder is { } folder ? Below(context, name => IsDockerfile(name) ? SuggestionRank.Common : SuggestionRank.Rare, folder) : [];

    private static IEnumerable<Suggestion> Below(CompletionContext context, Func<string, int?> rankOfFile, string? start = null)
    {
        if (WrittenPath.At(context) is not { } written || (context.Place?.Name == "source" && context.Beside("type") is { IsScalar: true, Value: not ("bind" or "") }))
        {
            return [];
        }

        var folder = FolderOf(context, written, start);
        var entries = folder is null ? [] : context.Host.List(folder, written.Name)
            .Where(entry => IsOffered(entry.Name, written) && $"{folder.TrimEnd('/')}/{entry.Name}" != context.File.Path)
            .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .Select(entry => entry.Kind == FolderEntryKind.Folder ? Suggest(context, written, entry, Rank(entry.Name)) : rankOfFile(entry.Name) is { } rank ? Suggest(context, written, entry, rank) : null)
            .OfType<Suggestion>();
        return entries.Concat(Ways(written).Select(way => Suggest(context, written, new FolderEntry(way, FolderEntryKind.Folder), SuggestionRank.Rare)));
    }

    // Null where the folder cannot be known: no place on a disk, a variable without a value.
    private static string? FolderOf(CompletionContext context, WrittenPath written, string? start)
    {
        var variables = ProjectVariables.Of(context.Workspace, context.File);
        return variables.TryPathOf(written.Folder.Replace('\\', '/'), start) is { } path && Path.IsPathRooted(path) ? path : null;
    }

    private static Suggestion Suggest(CompletionContext context, WrittenPath written, FolderEntry entry, int rank)
    {
        // The first name of a mount's source would name a volume; elsewhere the neighbours show how paths are written here.
        var isWay = entry.Name is "." or ".." or "~";
        var start = written.Folder.Length == 0 && !isWay && (written.IsMount || context.Siblings.Any(sibling => sibling.StartsWith("./", StringComparison.Ordinal))) ? "." + written.Separator : "";
        var text = context.File.Text.Content;
        var isFollowed = written.Span.End < text.Length && text[written.Span.End] == written.Separator;
        var name = start + entry.Name.Replace("$", "$$", StringComparison.Ordinal) + (entry.Kind == FolderEntryKind.Folder && !isFollowed ? written.Separator.ToString() : "");
        var whole = written.Folder + name;
        var isPart = context.Style != ScalarStyle.Plain || entry.Kind == FolderEntryKind.Folder || context.Spelling.IsPlain(whole);
        return new Suggestion(entry.Kind == FolderEntryKind.Folder ? entry.Name + written.Separator : entry.Name, entry.Kind == FolderEntryKind.Folder ? CompletionKind.Folder : CompletionKind.File)
        {
            Text = isPart ? name : whole + context.Word[(written.Span.End - context.Span.Start)..],
            Span = isPart ? written.Span : null,
            FilterText = !isPart ? null : written.Name.StartsWith('.') ? name : entry.Name,
            IsUnfinished = entry.Kind == FolderEntryKind.Folder,
            Rank = rank,
        };
    }

    // The folders above, and that of the user.
    private static IEnumerable<string> Ways(WrittenPath written)
    {
        if (written.Folder.Length == 0)
        {
            return written.Name switch
            {
                "" => written.IsMount ? [".", "..", "~"] : [".."],
                "." or ".." => [".", ".."],
                "~" => ["~"],
                _ => [],
            };
        }

        return written.Folder.Split(written.Separator)[..^1].All(name => name == "..") ? [".."] : [];
    }

    private static bool IsOffered(string name, WrittenPath written) =>
        !name.Any(char.IsControl) && !(written.IsMount && name.Contains(':')) && (!Hidden.Contains(name) || (written.Name.Length > 0 && name.StartsWith(written.Name, StringComparison.OrdinalIgnoreCase)));

    private static int Rank(string name) => name.StartsWith('.') ? SuggestionRank.Rare : SuggestionRank.Usual;

    private static bool IsUsual(string attribute, string name) => attribute switch
    {
        "env_file" => name.EndsWith(".env", StringComparison.OrdinalIgnoreCase) || name.StartsWith(".env", StringComparison.Ordinal),
        "label_file" => name.Contains("label", StringComparison.OrdinalIgnoreCase),
        "secrets" => Path.GetExtension(name) is ".txt" or ".pem" or ".key" or ".crt" || name.Contains("secret", StringComparison.OrdinalIgnoreCase),
        "credential_spec" => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsDockerfile(string name) =>
        name.Contains("dockerfile", StringComparison.OrdinalIgnoreCase) || name.Contains("containerfile", StringComparison.OrdinalIgnoreCase);

    // The attribute around the cursor that says what kind of file is meant.
    private static string AttributeOf(CompletionContext context)
    {
        var place = context.Place;
        while (place is not null && place.Name is not ("env_file" or "label_file" or "secrets" or "credential_spec"))
        {
            place = place.Parent;
        }

        return place?.Name ?? "";
    }
}
