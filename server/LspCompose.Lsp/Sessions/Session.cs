using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LspCompose.Analysis;
using LspCompose.Analysis.Engines;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Rpc;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Sessions;

/// <summary>Everything the server knows of one client, as an immutable snapshot.</summary>
internal sealed record Session
{
    public Phase Phase { get; init; }

    public ClientProfile Client { get; init; } = new();

    /// <summary>The open documents, by path.</summary>
    public ImmutableDictionary<string, OpenDocument> Documents { get; private init; } = ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal);

    /// <summary>The open documents and the files their projects refer to, by path. An open document wins over the file on disk.</summary>
    public Workspace Workspace { get; private init; } = Workspace.Empty;

    /// <summary>What the user set in the editor.</summary>
    public EditorSettings Settings { get; private init; } = EditorSettings.None;

    /// <summary>Paths of the Compose files in the client's folders, open or not.</summary>
    public ImmutableHashSet<string> Found { get; private init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>True once the client has asked for the diagnostics of files that are not open; until then nothing is spent on them.</summary>
    public bool JudgesFound { get; private init; }

    /// <summary>True while the client has not answered which settings the user has; what they could forbid waits for that.</summary>
    public bool AwaitsSettings { get; init; }

    private ImmutableDictionary<string, DocumentView> Views { get; init; } = ImmutableDictionary.Create<string, DocumentView>(StringComparer.Ordinal);

    /// <summary>The session of a process with some environment variables.</summary>
    public static Session WithEnvironment(IReadOnlyDictionary<string, string> environment) =>
        new() { Workspace = Workspace.Empty.WithSettings(AnalysisSettings.Default with { Environment = environment }) };

    /// <summary>The session with a document opened or changed.</summary>
    public Session WithDocument(string uri, int version, SourceText text)
    {
        var document = new OpenDocument(uri, version, text);
        var isReferring = Refers(document.Path);
        var next = this with
        {
            Documents = Documents.SetItem(document.Path, document),
            Workspace = !document.IsAnalysed ? Workspace.WithoutFile(document.Path).WithSource(document.Path, new FileContent.Unreadable("is too long for a Compose file"))
                : document.IsSettings || document.IsVariables ? Workspace.WithSource(document.Path, new FileContent.Present(text))
                : Workspace.WithFile(document.Path, text),
        };
        return isReferring || next.Refers(document.Path) ? next.Renewed() : next.Renewed([document.Path]);
    }

    /// <summary>The session without a document; its file on disk is read again when needed.</summary>
    public Session WithoutDocument(string uri)
    {
        var path = FileUris.ToPath(uri);
        if (!Documents.ContainsKey(path))
        {
            return this;
        }

        var next = this with { Documents = Documents.Remove(path), Views = Views.Remove(path), Workspace = Workspace.WithoutFile(path).WithoutSource(path) };
        return Refers(path) ? next.Renewed() : next.Renewed([path]);
    }

    /// <summary>The session with files as they were found on disk; what is open or the same as before changes nothing.</summary>
    public Session WithFiles(IEnumerable<(string Path, FileContent Content)> files)
    {
        var workspace = Workspace;
        var changed = new List<string>();
        foreach (var (path, content) in files)
        {
            if (!Documents.ContainsKey(path) && !IsSame(workspace.Find(path), content))
            {
                workspace = workspace.WithSource(path, content);
                changed.Add(path);
            }
        }

        return changed.Count == 0 ? this : (this with { Workspace = workspace }).Renewed(changed);
    }

    /// <summary>The session with other folders, by path.</summary>
    public Session WithFolders(IReadOnlyList<string> folders) => (this with { Client = Client with { Folders = folders } }).Renewed();

    /// <summary>The session with other Compose files in the client's folders.</summary>
    public Session WithFound(IEnumerable<string> paths)
    {
        var found = paths.ToImmutableHashSet(StringComparer.Ordinal);
        if (found.SetEquals(Found))
        {
            return this;
        }

        var gone = Found.Except(found).Where(path => !Documents.ContainsKey(path)).ToList();
        return (this with { Found = found, Views = Views.RemoveRange(gone) }).Renewed([]);
    }

    /// <summary>The session that judges the Compose files in the client's folders that are not open, too.</summary>
    public Session WithFoundJudged() => JudgesFound ? this : (this with { JudgesFound = true }).Renewed([]);

    /// <summary>The session with other settings of the editor.</summary>
    public Session WithSettings(EditorSettings settings) => EditorSettings.AreSame(settings, Settings) ? this : (this with { Settings = settings }).Renewed();

    /// <summary>The session beside another state of the Docker engine; null for no engine.</summary>
    public Session WithEngine(EngineView? engine) => ReferenceEquals(engine, Workspace.Engine) ? this : this with
    {
        Workspace = Workspace.WithEngine(engine),
        Views = Views.ToImmutableDictionary(view => view.Key, view => view.Value.WithEngine(engine), StringComparer.Ordinal),
    };

    /// <summary>Finds a document that is open and analysed.</summary>
    public bool TryGetAnalysed(string uri, [NotNullWhen(true)] out OpenDocument? document) => Documents.TryGetValue(FileUris.ToPath(uri), out document) && document.IsAnalysed;

    /// <summary>What an open document is judged by.</summary>
    public DocumentView ViewOf(OpenDocument document) => Views[document.Path];

    /// <summary>What an open document or a file in the client's folders is judged by; null while it is not loaded.</summary>
    public DocumentView? ViewOfPath(string path) => Views.GetValueOrDefault(path);

    /// <summary>The URI of a path: the client's own for a document it has open.</summary>
    public string UriOf(string path) => Documents.TryGetValue(path, out var document) ? document.Uri : FileUris.ToUri(path);

    /// <summary>Why a method may not be called now, null when it may.</summary>
    public ProtocolError? Refusal(string method) => (Phase, method) switch
    {
        (_, "exit") or (Phase.New, "initialize") => null,
        (Phase.New, _) => new ProtocolError(ErrorCodes.ServerNotInitialized, $"'{method}' came before 'initialize'."),
        (Phase.Running, "initialize") => new ProtocolError(ErrorCodes.InvalidRequest, "'initialize' may be sent only once."),
        (Phase.Running, _) => null,
        _ => new ProtocolError(ErrorCodes.InvalidRequest, $"'{method}' came after 'shutdown'."),
    };

    private static bool IsSame(FileContent? known, FileContent found) =>
        known is FileContent.Present old && found is FileContent.Present present ? old.Text.Content == present.Text.Content : Equals(known, found);

    // Such a file may make others part of its project, or stop to do so.
    private bool Refers(string path) => Workspace.TryGetFile(path, out var file)
        && (file.Text.Content.Contains("include", StringComparison.Ordinal) || file.Text.Content.Contains("extends", StringComparison.Ordinal));

    private Session Renewed() => this with { Views = Renew(_ => true) };

    private Session Renewed(IReadOnlyList<string> changed) => this with { Views = Renew(view => changed.Any(view.MayDependOn)) };

    private ImmutableDictionary<string, DocumentView> Renew(Func<DocumentView, bool> isOutdated)
    {
        // Documents with the same settings share a workspace, and with it their projects.
        var bySettings = new Dictionary<string, Workspace>(StringComparer.Ordinal);
        var views = Views.ToBuilder();
        var found = JudgesFound ? Found.Where(path => !Documents.ContainsKey(path) && Workspace.Find(path) is FileContent.Present { Text.Length: <= OpenDocument.LongestAnalysed }) : [];
        foreach (var path in Documents.Keys.Concat(found))
        {
            if (!Views.TryGetValue(path, out var view) || isOutdated(view))
            {
                views[path] = new DocumentView(path, Judging(path, bySettings), Client.Folders);
            }
        }

        return views.ToImmutable();
    }

    private Workspace Judging(string path, Dictionary<string, Workspace> bySettings)
    {
        var file = FolderSettings.Find(Workspace, path);
        var key = file?.Path ?? "";
        if (!bySettings.TryGetValue(key, out var workspace))
        {
            var settings = file is { } found ? FolderSettings.Read(found.Text).Settings with { Environment = Workspace.Settings.Environment } : Workspace.Settings;
            bySettings[key] = workspace = Workspace.WithSettings(Settings.Over(settings));
        }

        return workspace;
    }
}
