using LspCompose.Analysis.Settings;

namespace LspCompose.Analysis.Projects;

/// <summary>What Compose files are called.</summary>
public static class ComposeFileNames
{
    /// <summary>The names Compose looks for when none is given, best first.</summary>
    public static IReadOnlyList<string> Default { get; } = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>The files Compose merges over the default one when they lie beside it, best first.</summary>
    public static IReadOnlyList<string> Override { get; } =
        ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    /// <summary>True for a name that ends like YAML.</summary>
    public static bool IsYaml(string name) =>
        name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a YAML file with "compose" in its name, such as <c>docker-compose.prod.yml</c>; our own settings are none.</summary>
    public static bool IsComposeNamed(string name) => IsYaml(name) && name != SettingsFile.Name && name.Contains("compose", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a file of variables, such as <c>.env</c>, <c>db.env</c> and <c>.env.local</c>.</summary>
    public static bool IsVariables(string name) =>
        name.EndsWith(".env", StringComparison.Ordinal) || (name.StartsWith(".env.", StringComparison.Ordinal) && !IsYaml(name));
}
