using System.Text.RegularExpressions;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Analysis.Symbols;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>Why a renaming would break something.</summary>
internal static partial class RenameChecks
{
    private const string DefaultNetwork = "default";

    /// <summary>Why a name must stay, whatever the new one; null when it need not.</summary>
    public static string? RefuseOld(SymbolMeaning meaning)
    {
        var (kind, name) = (meaning.Key.Kind, meaning.Symbol.Name);
        return kind switch
        {
            SymbolKind.Network when name == DefaultNetwork => "'default' is the network of all services that list none. Declare a network of your own and list it instead.",
            SymbolKind.Variable when IsComposes(name) => $"Compose itself reads the variable '{name}'; it has to keep its name.",
            SymbolKind.Variable => null,
            _ when meaning.Definitions.Count == 0 => $"{Word(kind)} '{name}' is not defined in any file of the project, so it may be known elsewhere by this name.",
            _ => null,
        };
    }

    /// <summary>Why a thing cannot have a new name; null when it can.</summary>
    public static string? RefuseNew(Workspace workspace, SymbolMeaning meaning, string newName, CancellationToken cancellation) =>
        RefuseForm(meaning.Key.Kind, newName)
        ?? meaning.Views(cancellation).Select(view => Clash(view.Project, view.Key, newName)).OfType<Symbol>().Select(clash => Tell(workspace, meaning, clash, newName)).FirstOrDefault();

    private static string? RefuseForm(SymbolKind kind, string name) => kind switch
    {
        SymbolKind.Variable when !VariableName().IsMatch(name) => $"'{name}' is no name for a variable. Use letters, digits and '_', and begin with no digit.",
        SymbolKind.Variable when IsComposes(name) => $"Compose itself reads the variable '{name}'. Choose another name.",
        SymbolKind.Anchor when !AnchorName().IsMatch(name) => $"'{name}' is no name for an anchor. Use letters, digits, '_' and '-'.",
        SymbolKind.Container when !ContainerName().IsMatch(name) => $"'{name}' is no name for a container. Use letters, digits, '.', '_' and '-', begin with a letter or digit, and use at least two.",
        SymbolKind.Profile when !ProfileName().IsMatch(name) => $"'{name}' is no name for a profile. Use letters, digits, '.', '_' and '-', and begin with a letter or digit.",
        SymbolKind.Network when name == DefaultNetwork => "'default' is the network of all services that list none. Choose another name.",
        _ when kind is not (SymbolKind.Variable or SymbolKind.Anchor) && !ResourceName().IsMatch(name) => $"'{name}' is no name for {Article(kind)}. Use letters, digits, '.', '_' and '-'.",
        _ => null,
    };

    /// <summary>What has the new name already, where the old one counts.</summary>
    private static Symbol? Clash(ProjectSymbols project, SymbolKey old, string name) => old.Kind switch
    {
        SymbolKind.Anchor => project.Definitions(SymbolKind.Anchor).FirstOrDefault(anchor => anchor.Name == name && old.Home.StartsWith($"{anchor.Path}#", StringComparison.Ordinal)),
        SymbolKind.Variable => project.Named(old with { Name = name }),
        SymbolKind.Service or SymbolKind.Container or SymbolKind.Alias => project.NamedOnNetworks(old, name),
        _ => project.Named(old with { Name = name }),
    };

    private static string Tell(Workspace workspace, SymbolMeaning meaning, Symbol clash, string name)
    {
        var line = workspace.Find(clash.Path) is FileContent.Present present ? present.Text.LineOf(clash.Span.Start) + 1 : 0;
        var place = clash.Path == meaning.Symbol.Path ? $"line {line}" : $"line {line} of '{HostPath.Name(clash.Path)}'";
        return clash.Kind == SymbolKind.Host
            ? $"'{name}' means another host in {place}, which would be {Word(meaning.Key.Kind).ToLowerInvariant()} '{name}' then. Choose another name."
            : $"{Word(clash.Kind)} '{name}' exists already ({place}). Choose another name.";
    }

    private static bool IsComposes(string variable) =>
        variable.StartsWith("COMPOSE_", StringComparison.Ordinal) || variable.StartsWith("DOCKER_", StringComparison.Ordinal);

    private static string Article(SymbolKind kind) => kind == SymbolKind.Alias ? "an alias" : $"a {Word(kind).ToLowerInvariant()}";

    private static string Word(SymbolKind kind) => kind.ToString();

    [GeneratedRegex(@"^[a-zA-Z0-9._-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ResourceName();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex AnchorName();

    [GeneratedRegex(@"^[a-zA-Z0-9][a-zA-Z0-9_.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ContainerName();

    [GeneratedRegex(@"^[a-zA-Z0-9][a-zA-Z0-9_.-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ProfileName();
}
