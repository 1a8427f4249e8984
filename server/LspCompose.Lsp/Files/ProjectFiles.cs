using System.Collections.Concurrent;
using System.Threading.Channels;
using LspCompose.Analysis;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Files;

/// <summary>
/// Reads the files that projects of open documents refer to. It watches the snapshots, reads beside the queue what they miss and posts what it found as a mutation of its
/// own, so typing never waits for a disk: until then everything is answered from what is known.
/// </summary>
internal sealed class ProjectFiles(IFileSource source, TimeProvider time, ServerLog log) : IDisposable
{
    // More than any project has; a folder that holds itself could go on for ever.
    private const int MostFiles = 20_000;
    private const int MostReadsAtOnce = 8;

    // How long findings wait for files: a disk answers far sooner, a network drive that hangs never does.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly ConcurrentDictionary<string, Reading> readings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Path, FileContent Content)> found = new();
    private readonly SemaphoreSlim slots = new(MostReadsAtOnce);
    private RequestQueue<Session>? queue;
    private Session newest = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Takes note of a new snapshot.</summary>
    public void Observe(Session session)
    {
        Volatile.Write(ref newest, session);
        Interlocked.Exchange(ref changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        news.Writer.TryWrite(true);
    }

    /// <summary>Reads what the snapshots of a queue miss until <see cref="Complete"/> is called.</summary>
    public async Task RunAsync(RequestQueue<Session> mutations)
    {
        Volatile.Write(ref queue, mutations);
        await foreach (var _ in news.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (Volatile.Read(ref newest) is { Phase: Phase.Running } session)
            {
                Read(Missing(session));
            }
        }
    }

    /// <summary>Ends the work.</summary>
    public void Complete() => news.Writer.TryComplete();

    /// <summary>Reads files again that may have changed on disk. What is known of them holds until then.</summary>
    public void Refresh(IEnumerable<string> paths)
    {
        var again = new List<string>();
        foreach (var path in paths)
        {
            if (readings.TryGetValue(path, out var reading))
            {
                reading.IsOutdated = true;
            }
            else
            {
                again.Add(path);
            }
        }

        Read(again);
    }

    /// <summary>
    /// The newest snapshot with the same text of a document in which everything it refers to was looked at, or in which waiting any longer is in vain.
    /// </summary>
    public Task<Session> SettledAsync(Session session, OpenDocument document, CancellationToken cancellation) =>
        SettledAsync(session, latest => latest.Documents.TryGetValue(document.Path, out var same) && ReferenceEquals(same, document), latest => latest.ViewOf(document).Unread, cancellation);

    /// <summary>The same for a Compose file in the client's folders that is not open.</summary>
    public Task<Session> SettledAsync(Session session, string path, CancellationToken cancellation) =>
        SettledAsync(session, latest => latest.Found.Contains(path) && !latest.Documents.ContainsKey(path), latest => latest.ViewOfPath(path)?.Unread ?? Itself(latest, path), cancellation);

    /// <summary>True when all a document refers to was looked at, or waiting any longer is in vain.</summary>
    public bool IsSettled(Session session, OpenDocument document) => Wait(session.ViewOf(document).Unread) is null;

    /// <inheritdoc/>
    public void Dispose() => slots.Dispose();

    private static IReadOnlySet<string> Itself(Session session, string path) => session.Found.Contains(path) && session.Workspace.Find(path) is null ? new HashSet<string> { path } : new HashSet<string>();

    private async Task<Session> SettledAsync(Session session, Func<Session, bool> isAbout, Func<Session, IReadOnlySet<string>> unread, CancellationToken cancellation)
    {
        while (true)
        {
            var next = Volatile.Read(ref changed).Task;
            session = Volatile.Read(ref newest) is var latest && isAbout(latest) ? latest : session;
            if (Wait(unread(session)) is not { } wait)
            {
                return session;
            }

            await Task.WhenAny(next, Task.Delay(wait, time, cancellation)).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private TimeSpan? Wait(IReadOnlySet<string> unread)
    {
        TimeSpan? longest = null;
        foreach (var path in unread)
        {
            var rest = Patience - time.GetElapsedTime(asked.GetOrAdd(path, _ => time.GetTimestamp()));
            longest = rest > TimeSpan.Zero && (longest is null || rest > longest) ? rest : longest;
        }

        return longest;
    }

    private List<string> Missing(Session session)
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in session.Documents.Keys.Concat(session.JudgesFound ? session.Found : []))
        {
            try
            {
                missing.UnionWith(session.ViewOfPath(path)?.Unread ?? new HashSet<string>());
            }
            catch (Exception e)
            {
                log.FailOnce($"Loading the project of {path} failed", e);
            }
        }

        missing.UnionWith(session.Found.Where(path => session.Workspace.Find(path) is null));
        return session.Workspace.LoadedPaths.Skip(MostFiles).Any() ? [] : [.. missing.Where(path => !readings.ContainsKey(path))];
    }

    private void Read(List<string> paths)
    {
        if (paths.Count > 0)
        {
            _ = ReadAsync(paths);
        }
    }

    /// <summary>Reads some files and posts them together; those that take too long are posted when they are there.</summary>
    private async Task ReadAsync(List<string> paths)
    {
        var started = paths.Select(ReadAsync).ToList();
        var all = Task.WhenAll(started);
        if (await Task.WhenAny(all, Task.Delay(Patience, time)).ConfigureAwait(false) != all)
        {
            await PostAsync().ConfigureAwait(false);
            foreach (var late in started.Where(reading => !reading.IsCompleted))
            {
                _ = late.ContinueWith(_ => PostAsync(), TaskScheduler.Default);
            }

            return;
        }

        await PostAsync().ConfigureAwait(false);
    }

    private async Task ReadAsync(string path)
    {
        var reading = new Reading();
        if (!readings.TryAdd(path, reading))
        {
            return;
        }

        asked.GetOrAdd(path, _ => time.GetTimestamp());
        FileContent content;
        do
        {
            reading.IsOutdated = false;
            content = await LookAsync(path).ConfigureAwait(false);
        }
        while (reading.IsOutdated);
        found.Enqueue((path, content));
    }

    private async Task<FileContent> LookAsync(string path)
    {
        // "~/x" without a home folder, a drive on a system without drives.
        if (!Path.IsPathRooted(path))
        {
            return new FileContent.Missing();
        }

        await slots.WaitAsync().ConfigureAwait(false);
        try
        {
            // On a thread of its own: one that hangs must not be missed elsewhere.
            var look = Task.Factory.StartNew(() => source.Read(path), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await Task.WhenAny(look, Task.Delay(Patience, time)).ConfigureAwait(false);
            slots.Release();
            return await look.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            log.FailOnce($"Reading {path} failed", e);
            return new FileContent.Unreadable("cannot be read");
        }
    }

    private async Task PostAsync()
    {
        if (found.IsEmpty || Volatile.Read(ref queue) is not { } mutations)
        {
            return;
        }

        try
        {
            await mutations.MutateAsync(session => (Take(session), true)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The session ended.
        }
    }

    private Session Take(Session session)
    {
        var files = new List<(string Path, FileContent Content)>();
        while (found.TryDequeue(out var file))
        {
            files.Add(file);
            asked.TryRemove(file.Path, out _);
            readings.TryRemove(file.Path, out _);
        }

        return session.WithFiles(files);
    }

    private sealed class Reading
    {
        private volatile bool isOutdated;

        /// <summary>True when the file changed after the reading began.</summary>
        public bool IsOutdated
        {
            get => isOutdated;
            set => isOutdated = value;
        }
    }
}
