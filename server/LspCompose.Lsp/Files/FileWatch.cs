using LspCompose.Analysis.Settings;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json.Linq;
using FileSystemWatcher = LspCompose.Lsp.Protocol.FileSystemWatcher;

namespace LspCompose.Lsp.Files;

/// <summary>Has the client watch the files that projects may consist of, and beside them those they do refer to under other names or in other places.</summary>
internal sealed class FileWatch(Connection client)
{
    private const string Method = "workspace/didChangeWatchedFiles";

    // Beyond this many odd ones watching costs more than it gives.
    private const int MostOthers = 200;

    private readonly Lock guard = new();
    private HashSet<string> others = new(StringComparer.Ordinal);
    private int round;

    /// <summary>What Compose files, files of variables and settings are called.</summary>
    public static IReadOnlyList<string> Globs { get; } = ["**/*.{yml,yaml}", "**/.env*", "**/*.env"];

    /// <summary>Asks the client to watch, if it offers that.</summary>
    public void Subscribe(ClientProfile profile)
    {
        if (profile.WatchesFiles)
        {
            Register("lspcompose.files", [.. Globs.Select(glob => new FileSystemWatcher { GlobPattern = glob })]);
        }
    }

    /// <summary>Has the client watch the files loaded in a snapshot that it does not watch yet.</summary>
    public void Observe(Session session)
    {
        if (!session.Client.WatchesFiles || !session.Client.WatchesFolders)
        {
            return;
        }

        var wanted = session.Workspace.LoadedPaths.Where(path => FileUris.IsFile(path) && !IsCovered(path, session.Client.Folders)).Take(MostOthers).ToHashSet(StringComparer.Ordinal);
        string? before;
        string? now;
        lock (guard)
        {
            if (wanted.SetEquals(others))
            {
                return;
            }

            before = others.Count > 0 ? Id(round) : null;
            others = wanted;
            now = wanted.Count > 0 ? Id(++round) : null;
        }

        if (now is not null)
        {
            Register(now, [.. wanted.Order(StringComparer.Ordinal).Select(Watcher)]);
        }

        if (before is not null)
        {
            _ = client.RequestAsync<object>("client/unregisterCapability", new UnregistrationParams { Unregisterations = [new Unregistration { Id = before, Method = Method }] }, CancellationToken.None);
        }
    }

    private static string Id(int round) => $"lspcompose.files.{round}";

    private static bool IsCovered(string path, IReadOnlyList<string> folders)
    {
        var name = Path.GetFileName(path);
        return (Analysis.Projects.ComposeFileNames.IsYaml(name) || name.StartsWith(".env", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal))
            && (name == SettingsFile.Name || folders.Any(folder => path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal)));
    }

    private static FileSystemWatcher Watcher(string path)
    {
        var name = Path.GetFileName(path);
        return new FileSystemWatcher { GlobPattern = new JObject { ["baseUri"] = FileUris.ToUri(path[..^name.Length].TrimEnd('/') + "/"), ["pattern"] = Literal(name) } };
    }

    // One character stands for those that mean something in a pattern; a file too many does no harm.
    private static string Literal(string name) => string.Concat(name.Select(c => c is '*' or '?' or '{' or '}' or '[' or ']' or '!' or ',' ? '?' : c));

    private void Register(string id, IReadOnlyList<FileSystemWatcher> watchers)
    {
        var registration = new Registration { Id = id, Method = Method, RegisterOptions = ProtocolJson.ToToken(new DidChangeWatchedFilesRegistrationOptions { Watchers = watchers }) };
        _ = client.RequestAsync<object>("client/registerCapability", new RegistrationParams { Registrations = [registration] }, CancellationToken.None);
    }
}
