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
}
