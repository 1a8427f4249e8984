using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>The containers an ambassador's command names (<c>-name X</c>), and the services that run them.</summary>
internal static partial class ContainerNames
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
            if (name.TrimStart('/') is { Length: > 0 } found && !names.Contains(found))
            {
                names.Add(found);
            }
        }

        return names;
    }

    /// <summary>The service that runs a container: by its fixed name, by Compose's naming scheme, or by the service's own name; null for none of the file.</summary>
    public static Service? Resolve(ComposeModel model, string container)
    {
        if (model.Services.FirstOrDefault(service => service.ContainerName == container) is { } fixedName)
        {
            return fixedName;
        }

        // The project's name in front may be another one than the folder's, so any is taken.
        if (NumberedContainer().Match(container) is { Success: true } numbered)
        {
            var stem = numbered.Groups["stem"].Value;
            var byScheme = model.Services
                .Where(service => stem == service.Name || stem.EndsWith("_" + service.Name, StringComparison.Ordinal) || stem.EndsWith("-" + service.Name, StringComparison.Ordinal))
                .MaxBy(service => service.Name.Length);
            if (byScheme is not null)
            {
                return byScheme;
            }
        }

        return model.Find(container);
    }

    [GeneratedRegex(@"^(?<stem>.+)[_-]\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedContainer();
}
