namespace LspCompose.Analysis.Projects.Loading;

/// <summary>What one loading of a project gathers: problems, and the files it looked at.</summary>
internal sealed class LoadContext(Workspace workspace, ProjectRequest request)
{
    /// <summary>As many as Compose visits before it gives up.</summary>
    private const int MaxNodes = 100_000;

    private readonly Dictionary<string, ConfigMapping> included = new(StringComparer.Ordinal);
    private int nodes;

    public Workspace Workspace { get; } = workspace;

    public ProjectRequest Request { get; } = request;

    public ProblemList Problems { get; } = new();

    public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

    public HashSet<string> ComposePaths { get; } = new(StringComparer.Ordinal);

    /// <summary>The folder and variables each Compose file was read with; of several readings the first.</summary>
    public Dictionary<string, Scope> Scopes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);

    public bool IsLatest => Request.Target == ComposeTarget.Latest;

    /// <summary>True when parts of the project are on another machine or not there, so what they define is not known.</summary>
    public bool HasUnknownParts { get; set; }

    /// <summary>True while a file of variables has not been read.</summary>
    public bool HasUnreadVariables { get; set; }

    /// <summary>Loads an included group of files once, however often it is included: files that include each other would otherwise be followed on every way there is.</summary>
    public ConfigMapping IncludeOnce(string key, Func<ConfigMapping> load)
    {
        if (!included.TryGetValue(key, out var model))
        {
            included[key] = model = load();
        }

        return model;
    }

    /// <summary>What is at a path; null when the host has not looked yet, which is noted.</summary>
    public FileContent? Find(string path)
    {
        Paths.Add(path);
        var content = Workspace.Find(path);
        if (content is null)
        {
            Unread.Add(path);
        }

        return content;
    }

    /// <summary>The Compose file at a path, null when there is none or the host has not looked yet.</summary>
    public ComposeFile? FindComposeFile(string path)
    {
        if (Find(path) is not FileContent.Present || Workspace.FindComposeFile(path) is not { } file)
        {
            return null;
        }

        ComposePaths.Add(path);
        return file;
    }

    /// <summary>Starts to count the nodes of a document.</summary>
    public void StartDocument() => nodes = 0;

    /// <summary>Counts a node; false once a document has more than Compose visits.</summary>
    public bool CountNode() => ++nodes <= MaxNodes;

    /// <summary>Reports a value Compose does not take.</summary>
    public void Invalid(SourcePlace place, string message) => Problems.Add("invalid-value", place, message);
}
