namespace LspCompose.Analysis.Projects.Loading;

/// <summary>A key marked <c>!reset</c> or <c>!override</c>: its path from the root, as keys. What was merged there before is removed.</summary>
internal sealed record PathReset(IReadOnlyList<string> Path)
{
    /// <summary>A mapping without what stands at the path.</summary>
    public ConfigMapping Apply(ConfigMapping mapping) => Apply(mapping, 0);

    private ConfigMapping Apply(ConfigMapping mapping, int depth)
    {
        if (!mapping.TryGet(Path[depth], out var entry))
        {
            return mapping;
        }

        if (depth == Path.Count - 1)
        {
            return mapping.Without(entry.Key);
        }

        return entry.Value is ConfigMapping inner ? mapping.With(entry with { Value = Apply(inner, depth + 1) }) : mapping;
    }
}
