using System.Collections.Concurrent;
using LspCompose.Analysis;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Tests;

/// <summary>A disk in memory. Counts what is read, and can hang like a network drive.</summary>
internal sealed class MemoryFiles : IFileSource
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> hanging = new(StringComparer.Ordinal);

    /// <summary>Paths in the order they were read.</summary>
    public ConcurrentQueue<string> Reads { get; } = new();

    /// <summary>The text of a file; null for none.</summary>
    public string? this[string path]
    {
        get => texts.GetValueOrDefault(path);
        set
        {
            if (value is null)
            {
                texts.TryRemove(path, out _);
            }
            else
            {
                texts[path] = value;
            }
        }
    }

    /// <summary>Lets every reading of a path wait until <see cref="Answer"/>.</summary>
    public void Hang(string path) => hanging[path] = new TaskCompletionSource();

    /// <summary>Ends the wait for a path.</summary>
    public void Answer(string path) => hanging[path].SetResult();

    public FileContent Read(string path)
    {
        Reads.Enqueue(path);
        Wait(path);

        return texts.TryGetValue(path, out var text) ? new FileContent.Present(SourceText.From(text)) : new FileContent.Missing();
    }

    public IReadOnlyList<FolderEntry> List(string folder, string prefix)
    {
        Reads.Enqueue(folder);
        Wait(folder);
        var start = folder.TrimEnd('/') + "/";
        return [.. texts.Keys.Where(path => path.StartsWith(start, StringComparison.Ordinal)).Select(path => path[start.Length..].Split('/', 2))
            .Select(parts => new FolderEntry(parts[0], parts.Length > 1 ? FolderEntryKind.Folder : FolderEntryKind.File)).Distinct()];
    }

    private void Wait(string path)
    {
        if (hanging.TryGetValue(path, out var wait))
        {
            wait.Task.Wait();
        }
    }
}
