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
        if (hanging.TryGetValue(path, out var wait))
        {
            wait.Task.Wait();
        }

        return texts.TryGetValue(path, out var text) ? new FileContent.Present(SourceText.From(text)) : new FileContent.Missing();
    }
}
