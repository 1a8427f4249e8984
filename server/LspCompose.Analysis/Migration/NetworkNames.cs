using System.Text.RegularExpressions;
using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>Names for new networks.</summary>
internal static partial class NetworkNames
{
    /// <summary>A name no network and no service of the project has: <c>app</c> where it is free.</summary>
    public static string Derive(ProjectComposition composition)
    {
        var taken = Networks(composition).Concat(composition.Services.Select(service => service.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Candidates("app", "app-net").First(name => !taken.Contains(name));
    }

    /// <summary>A name for the network of a consumer and the target it knows by an alias.</summary>
    public static string Pair(ProjectComposition composition, NameMap names, string consumer, string alias)
    {
        var wanted = Forbidden().Replace($"{consumer}-{alias}", "-").TrimStart('.', '_', '-');
        var taken = Networks(composition).Concat(composition.Services.Select(service => service.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Candidates(wanted, wanted + "-net").First(name => !taken.Contains(name) && names.Members(name).Count == 0);
    }

    /// <summary>Says what is wrong with a name asked for a new network and what to do; null when it is right.</summary>
    public static string? Problem(ProjectComposition composition, string name) =>
        !Allowed().IsMatch(name) ? $"'{name}' cannot be the name of a network: use letters, digits, '.', '_' and '-', starting with a letter or digit."
        : name == "default" ? "'default' is the network every project has; choose another name for the new one."
        : Networks(composition).Contains(name) ? $"The project already has a network '{name}'; choose another name for the new one."
        : null;

    private static IEnumerable<string> Networks(ProjectComposition composition) =>
        composition.Files.SelectMany(file => file.Model.Networks).Concat(composition.Services.SelectMany(service => service.Networks ?? []).Select(network => network.Name));

    private static IEnumerable<string> Candidates(string first, string second)
    {
        yield return first;
        yield return second;
        for (var number = 2; ; number++)
        {
            yield return $"{second}-{number}";
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9._-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();

    [GeneratedRegex("[^a-zA-Z0-9._-]", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();
}
