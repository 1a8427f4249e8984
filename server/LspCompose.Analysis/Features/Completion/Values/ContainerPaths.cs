using LspCompose.Analysis.Images;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Paths in containers, by the service's image, and how they are mounted.</summary>
internal static class ContainerPaths
{
    // From this version on the image keeps each version's data in a folder of its own.
    private const int PostgresWithFolders = 18;

    private static readonly (string Text, string Meaning)[] Options =
        [("ro", "read only"), ("rw", "readable and writable"), ("z", "SELinux label shared by containers"), ("Z", "SELinux label of this container alone"), ("nocopy", "a new volume stays empty")];

    /// <summary>The target of a mount in the short syntax, and its options; before the first colon whole mounts of volumes for the image's data.</summary>
    public static IEnumerable<Suggestion> Mounted(CompletionContext context)
    {
        if (context.Position != CompletionPosition.Item || context.Offset - context.Span.Start > context.Word.Length)
        {
            return [];
        }

        var word = context.Word;
        var caret = context.Offset - context.Span.Start;
        var colons = Colons(word);
        var before = colons.Count(colon => colon < caret);
        return before switch
        {
            0 => colons.Count > 0 ? [] : Volumes(context),
            1 => Known(context, word[0] is '.' or '/' or '~' or '$' ? KnownPathKind.Given : KnownPathKind.Data).Select(path => Suggest(path) with { Span = Part(0) }),
            _ => Options.Select(option => new Suggestion(option.Text, CompletionKind.Choice) { Detail = option.Meaning, Span = OptionSpan() }),
        };

        TextSpan Part(int index) => new(context.Span.Start + colons[index] + 1, index + 1 < colons.Count ? context.Span.Start + colons[index + 1] : context.Span.End);

        TextSpan OptionSpan()
        {
            var start = word.AsSpan(0, caret).LastIndexOfAny(",:") + 1;
            var end = word.IndexOf(',', caret);
            return new(context.Span.Start + start, end < 0 ? context.Span.End : context.Span.Start + end);
        }
    }

    /// <summary>The <c>target</c> of a mount in the long syntax.</summary>
    public static IEnumerable<Suggestion> Targets(CompletionContext context) =>
        Known(context, context.Beside("type") is { IsScalar: true, Value: "bind" } ? KnownPathKind.Given : KnownPathKind.Data).Select(Suggest);

    /// <summary>The path the service's image keeps its data at; null when it is not known.</summary>
    public static string? DataOf(CompletionContext context) => Known(context, KnownPathKind.Data).FirstOrDefault() is { Kind: KnownPathKind.Data } path ? path.Path : null;

    // A volume of the service's own for each place it keeps data at, declared along.
    private static IEnumerable<Suggestion> Volumes(CompletionContext context)
    {
        var data = Known(context, KnownPathKind.Data).Where(path => path.Kind == KnownPathKind.Data).ToList();
        return data.Select(path =>
        {
            var volume = $"{context.ServiceName}-{(path.Path == data[0].Path || path.Path.EndsWith("data", StringComparison.Ordinal) ? "data" : path.Path[(path.Path.LastIndexOf('/') + 1)..])}";
            return new Suggestion($"{volume}:{path.Path}", CompletionKind.Value)
            {
                Detail = path.Purpose,
                Rank = SuggestionRank.Required + 1,
                AdditionalEdits = VolumeDeclaration.Of(context, [volume]),
            };
        }).Where(suggestion => context.ServiceName is not null && (context.Siblings.All(sibling => !sibling.Contains(suggestion.Text[suggestion.Text.IndexOf(':', StringComparison.Ordinal)..], StringComparison.Ordinal))));
    }

    // What the image itself declares comes before what is known of images of its name.
    private static IEnumerable<KnownPath> Known(CompletionContext context, KnownPathKind first)
    {
        var known = OfCatalogue(context).ToList();
        var declared = (context.LocalImage?.Details?.Volumes ?? []).Order(StringComparer.Ordinal).Select(path => known.Find(other => other.Path == path) ?? new KnownPath(path, "volume of the image"));
        return declared.Concat(known).DistinctBy(path => path.Path).OrderBy(path => path.Kind == first ? 0 : 1);
    }

    private static IEnumerable<KnownPath> OfCatalogue(CompletionContext context)
    {
        if (context.ServiceImage is not { } image || KnownImages.Find(image) is not { } known)
        {
            return [];
        }

        var isOther = known.Name == "postgres" && KnownImages.MajorVersion(image) is { } version ? version >= PostgresWithFolders ? "/var/lib/postgresql/data" : "/var/lib/postgresql" : "";
        return known.Paths.Where(path => path.Path != isOther);
    }

    private static Suggestion Suggest(KnownPath path) => new(path.Path, CompletionKind.Folder) { Detail = path.Purpose, Rank = SuggestionRank.Common };

    // Not the one of a drive, and none inside ${…}.
    private static List<int> Colons(string word)
    {
        var colons = new List<int>();
        var depth = 0;
        for (var at = 0; at < word.Length; at++)
        {
            depth += word[at] == '{' && at > 0 && word[at - 1] == '$' ? 1 : word[at] == '}' && depth > 0 ? -1 : 0;
            if (word[at] == ':' && depth == 0 && !(at == 1 && char.IsAsciiLetter(word[0]) && word.Length > 2 && word[2] is '\\' or '/'))
            {
                colons.Add(at);
            }
        }

        return colons;
    }
}
