using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Files;

/// <summary>
/// Finds the Compose files in the client's folders, beside everything else, and posts them as a mutation. One search runs at a time; what is asked for meanwhile is searched
/// once more afterwards.
/// </summary>
internal sealed class FolderSearch(ServerHost host, Connection client, RequestQueue<Session> queue, Progress progress, TimeProvider time, ServerLog log) : IDisposable
{
    // More Compose files than anybody works on; what is beyond is known once it is opened.
    private const int MostFiles = 2000;

    // What takes no longer needs no sign of life.
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource ended = new();
    private readonly Lock guard = new();
    private IReadOnlyList<string>? next;
    private bool isRunning;
    private int searches;

    /// <summary>Searches folders anew.</summary>
    public void Search(ClientProfile profile)
    {
        lock (guard)
        {
            next = profile.Folders;
            if (isRunning)
            {
                return;
            }

            isRunning = true;
        }

        _ = RunAsync(profile);
    }

    /// <summary>Ends the work.</summary>
    public void Complete() => ended.Cancel();

    /// <inheritdoc/>
    public void Dispose() => ended.Dispose();

    private async Task RunAsync(ClientProfile profile)
    {
        while (Next() is { } folders)
        {
            try
            {
                var search = Task.Factory.StartNew(() => Find(folders), ended.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                await WatchAsync(search, profile).ConfigureAwait(false);
                var found = await search.ConfigureAwait(false);
                await queue.MutateAsync(session => (session.WithFound(found), true)).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // The session ended.
                return;
            }
            catch (Exception e)
            {
                log.FailOnce("Looking for Compose files failed", e);
            }
        }
    }

    private IReadOnlyList<string>? Next()
    {
        lock (guard)
        {
            var folders = next;
            next = null;
            isRunning = folders is not null;
            return folders;
        }
    }

    // Not the whole disk, which some clients name for want of a folder.
    private List<string> Find(IReadOnlyList<string> folders) =>
        [.. folders.Where(folder => FileUris.IsFile(folder) && folder.Trim('/').Length > 0).SelectMany(folder => host.FindComposeFiles(folder, ended.Token)).Select(path => FileUris.ToPath(FileUris.ToUri(path))).Distinct(StringComparer.Ordinal).Take(MostFiles)];

    private async Task WatchAsync(Task search, ClientProfile profile)
    {
        if (!profile.ShowsProgress || await Task.WhenAny(search, Task.Delay(Calm, time, ended.Token)).ConfigureAwait(false) == search)
        {
            return;
        }

        JToken token = $"lspcompose.search.{Interlocked.Increment(ref searches)}";
        await client.RequestAsync<object>("window/workDoneProgress/create", new WorkDoneProgressCreateParams { Token = token }, ended.Token).ConfigureAwait(false);
        await progress.SendAsync(token, new WorkDoneProgressBegin { Title = "LspCompose: looking for Compose files" }).ConfigureAwait(false);
        await search.ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        await progress.SendAsync(token, new WorkDoneProgressEnd()).ConfigureAwait(false);
    }
}
