namespace LspCompose.Analysis.Values;

/// <summary>Paths with slashes as Go's <c>path</c> package treats them.</summary>
public static class GoPath
{
    /// <summary>The shortest path with the same meaning: without double slashes, <c>.</c> and resolvable <c>..</c>; <c>.</c> when nothing is left.</summary>
    public static string Clean(string path)
    {
        var isRooted = path.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && (parts.Count > 0 ? parts[^1] != ".." : isRooted))
            {
                if (parts.Count > 0)
                {
                    parts.RemoveAt(parts.Count - 1);
                }
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        var cleaned = string.Join('/', parts);
        return isRooted ? "/" + cleaned : cleaned.Length == 0 ? "." : cleaned;
    }

    /// <summary>The way from a folder to a path, both absolute and clean; null where there is none, as between two drives.</summary>
    public static string? Relative(string folder, string path)
    {
        string[] from = [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        string[] to = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        if (folder.StartsWith('/') != path.StartsWith('/') || (!folder.StartsWith('/') && from.FirstOrDefault() != to.FirstOrDefault()))
        {
            return null;
        }

        var common = 0;
        while (common < from.Length && common < to.Length && from[common] == to[common])
        {
            common++;
        }

        var relative = string.Join('/', Enumerable.Repeat("..", from.Length - common).Concat(to[common..]));
        return relative.Length == 0 ? "." : relative;
    }
}
