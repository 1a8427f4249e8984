using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>The containers an ambassador's command names (<c>-name X</c>).</summary>
internal static class ContainerNames
{
    /// <summary>The names in the order of the command, each once.</summary>
    public static IReadOnlyList<string> Of(Service service)
    {
        var words = ServiceTexts.Words(service, "entrypoint").Concat(ServiceTexts.Words(service, "command")).ToList();
        var names = new List<string>();
        for (var index = 0; index < words.Count; index++)
        {
            // Go's flags take one dash as two.
            var word = words[index].StartsWith("--", StringComparison.Ordinal) ? words[index][1..] : words[index];
            var name = word == "-name" && index + 1 < words.Count ? words[++index]
                : word.StartsWith("-name=", StringComparison.Ordinal) ? word["-name=".Length..]
                : "";
            if (name.TrimStart('/') is { Length: > 0 } found)
            {
                names.Add(found);
            }
        }

        return [.. names.Distinct()];
    }
}
