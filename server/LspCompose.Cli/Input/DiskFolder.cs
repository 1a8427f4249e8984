using System.IO.Enumeration;
using LspCompose.Analysis;

namespace LspCompose.Cli.Input;

/// <summary>What is in a folder on disk.</summary>
internal static class DiskFolder
{
    // More than anybody chooses from; beyond it only what is typed counts.
    private const int MostEntries = 2000;

    // A folder that has more is not read to its end.
    private const int MostVisited = 100_000;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = true };

    /// <summary>The entries of a folder, a bounded number; those whose names begin with the prefix before others. Nothing where there is no folder. Never throws.</summary>
    public static IReadOnlyList<FolderEntry> List(string folder, string prefix)
    {
        var entries = new List<FolderEntry>();
        try
        {
            var all = new FileSystemEnumerable<FolderEntry>(folder, (ref FileSystemEntry entry) => new(entry.FileName.ToString(), entry.IsDirectory ? FolderEntryKind.Folder : FolderEntryKind.File), Everything);
            foreach (var (index, entry) in all.Take(MostVisited).Index())
            {
                if (index < MostEntries || entry.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                {
                    entries.Add(entry);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Security.SecurityException or ArgumentException or NotSupportedException)
        {
            // Gone, or not to be seen: what was seen before counts.
        }

        return entries.Count <= MostEntries ? entries : [.. entries.OrderBy(entry => entry.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? 0 : 1).Take(MostEntries)];
    }
}
