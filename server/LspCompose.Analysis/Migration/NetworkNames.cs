using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>Names for new networks.</summary>
public static partial class NetworkNames
{
    /// <summary>A name no network and no service of the file has: <c>app</c> where it is free.</summary>
    public static string Derive(ComposeModel model)
    {
        var taken = model.Networks.Concat(model.Services.Select(service => service.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Candidates().First(name => !taken.Contains(name));
    }

    /// <summary>Says what is wrong with a name asked for a new network and what to do; null when it is right.</summary>
    public static string? Problem(ComposeModel model, string name) =>
        !Allowed().IsMatch(name) ? $"'{name}' cannot be the name of a network: use letters, digits, '.', '_' and '-', starting with a letter or digit."
        : name == "default" ? "'default' is the network every project has; choose another name for the new one."
        : model.Networks.Contains(name) ? $"The file already has a network '{name}'; choose another name for the new one."
        : null;

    private static IEnumerable<string> Candidates()
    {
        yield return "app";
        yield return "app-net";
        for (var number = 2; ; number++)
        {
            yield return $"app-net-{number}";
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9._-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
