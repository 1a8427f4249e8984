namespace LspCompose.Engine.Tests.Proof;

/// <summary>
/// A project to migrate, and what is known about it. A case is a file of <c>Cases/</c>, whose first lines <c>#: key: value</c> are its facts and no part of the
/// project, or a folder with the facts in <c>case.txt</c>. <c>README.md</c> there lists the keys.
/// </summary>
internal sealed class MigrationCase
{
    private const string FactPrefix = "#: ";
    private const string FactsFile = "case.txt";
    private readonly ILookup<string, string> facts;

    private MigrationCase(string name, IReadOnlyDictionary<string, string> files, IEnumerable<string> factLines)
    {
        Name = name;
        facts = factLines
            .Select(line => line.Split(':', 2) is [var key, var value] ? (Key: key.Trim(), Value: value.Trim()) : throw new InvalidDataException($"{name}: '{line}' is no fact"))
            .ToLookup(fact => fact.Key, fact => fact.Value);
        Files = facts["lines"].Contains("crlf") ? files.ToDictionary(file => file.Key, file => file.Value.Replace("\n", "\r\n", StringComparison.Ordinal)) : files;
    }

    public string Name { get; }

    /// <summary>The project's files by their path in its folder.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>The files to name with <c>-f</c>; none where Compose finds them itself.</summary>
    public IReadOnlyList<string> NamedFiles => [.. Words("files")];

    /// <summary>False when no engine starts the project as it is, though Compose accepts it.</summary>
    public bool Starts => !Words("starts").Contains("no");

    /// <summary>Further options of <c>migrate</c>.</summary>
    public IReadOnlyList<string> MigrateOptions => [.. Words("options")];

    /// <summary>Who is to answer after the migration, where that is not who answered before: through an ambassador, or where no tool starts the project.</summary>
    public IReadOnlyDictionary<(string Consumer, string Name), string> Expected =>
        Values("expect").Select(value => value.Split('=')).ToDictionary(parts => Pair(parts[0]), parts => Answers.Text(parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The names that may be gone afterwards.</summary>
    public IReadOnlyList<(string Consumer, string Name)> Lost => [.. Values("lost").Select(Pair)];

    /// <summary>Services that are to be gone afterwards.</summary>
    public IReadOnlyList<string> Removed => [.. Words("removed")];

    /// <summary>Items of <c>links</c> and <c>external_links</c> that may be left; <c>all</c> where the file may stay as it is.</summary>
    public IReadOnlyList<string> Staying => [.. Words("stays")];

    /// <summary>Containers beside the project: their name, the network that is made for them, their aliases on it.</summary>
    public IReadOnlyList<OutsideContainer> Outside => [.. Values("outside").Select(OutsideContainer.Parse)];

    /// <summary>Files in which processes write down what they see, which must say the same afterwards.</summary>
    public IReadOnlyList<(string Service, string Path)> Readings => [.. Values("reads").Select(Pair)];

    /// <summary>Ports of the host and the service they must lead to afterwards.</summary>
    public IReadOnlyList<(string Port, string Service)> Ports => [.. Values("port").Select(Pair)];

    /// <summary>All cases, or those LSPCOMPOSE_ENGINE_CASES names; a star stands for the rest of a name.</summary>
    public static IReadOnlyList<string> AllNames()
    {
        var wanted = Environment.GetEnvironmentVariable("LSPCOMPOSE_ENGINE_CASES")?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return [.. Directory.EnumerateFileSystemEntries(Root)
            .Where(path => Directory.Exists(path) || Path.GetExtension(path) == ".yml")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => wanted is null || wanted.Any(pattern => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false)))
            .Order(StringComparer.Ordinal)];
    }

    public static MigrationCase Load(string name)
    {
        var folder = Path.Combine(Root, name);
        if (Directory.Exists(folder))
        {
            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllText);
            return new MigrationCase(name, files.Where(file => file.Key != FactsFile).ToDictionary(), files.TryGetValue(FactsFile, out var text) ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : []);
        }

        var content = File.ReadAllText(folder + ".yml");
        var lines = new List<string>();
        while (content.StartsWith(FactPrefix, StringComparison.Ordinal))
        {
            var end = content.IndexOf('\n', StringComparison.Ordinal) + 1;
            lines.Add(content[FactPrefix.Length..end].Trim());
            content = content[end..];
        }

        return new MigrationCase(name, new Dictionary<string, string> { ["compose.yaml"] = content }, lines);
    }

    private static string Root => Path.Combine(AppContext.BaseDirectory, "Cases");

    private IEnumerable<string> Values(string key) => facts[key];

    private IEnumerable<string> Words(string key) => Values(key).SelectMany(value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static (string, string) Pair(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, var second] ? (first, second) : throw new InvalidDataException($"'{text}' is not two words");
}
