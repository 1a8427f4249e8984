namespace LspCompose.Analysis.Tests.Agreement;

/// <summary>A project of compose-go's own tests and what its newest version answers.</summary>
internal sealed record ComposeGoCase(RecordedProject Project, bool IsAccepted, string Message)
{
    public static IReadOnlyList<ComposeGoCase> All()
    {
        var folder = SharedData.Find("compose-go-cases");
        return [.. File.ReadLines(Path.Combine(folder, "outcomes.tsv")).Skip(1).Select(line => line.Split('\t')).Select(row => new ComposeGoCase(Read(folder, row[0], row[1]), row[4] == "0", row[5]))];
    }

    private static RecordedProject Read(string folder, string name, string arguments)
    {
        var path = Path.Combine(folder, name);
        var root = Directory.Exists(path) ? path : folder;
        var files = (root == path ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path])
            .ToDictionary(file => Path.GetRelativePath(root, file), file => (string?)File.ReadAllText(file), StringComparer.Ordinal);
        return new RecordedProject(name.Replace('/', '-'), files) { Flags = arguments.Length > 0 ? arguments.Split(' ') : [], Path = arguments.Length > 0 ? null : name };
    }
}
