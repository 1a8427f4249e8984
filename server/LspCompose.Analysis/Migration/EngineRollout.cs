namespace LspCompose.Analysis.Migration;

/// <summary>What <c>docker compose up -d</c> does on an engine after a migration. Lists are in the order of the project.</summary>
/// <param name="Recreated">The services whose containers it replaces by new ones.</param>
/// <param name="Orphaned">The containers of services that are gone, which it leaves until <c>--remove-orphans</c>.</param>
/// <param name="Networks">The networks it makes, by their names on the engine.</param>
public sealed record EngineRollout(IReadOnlyList<string> Recreated, IReadOnlyList<string> Orphaned, IReadOnlyList<string> Networks)
{
    /// <summary>It in sentences, none where nothing happens.</summary>
    public IEnumerable<string> Sentences
    {
        get
        {
            if (Recreated.Count > 0)
            {
                yield return $"'docker compose up -d' will make new containers for: {string.Join(", ", Recreated)}.";
            }

            if (Networks.Count > 0)
            {
                yield return $"'docker compose up -d' will make the {(Networks.Count == 1 ? "network" : "networks")} {Sentence.List(Networks.Select(name => $"'{name}'"))}.";
            }

            if (Orphaned.Count > 0)
            {
                yield return $"{Sentence.List(Orphaned.Select(name => $"'{name}'"))} will be left as {(Orphaned.Count == 1 ? "an orphan" : "orphans")} until 'docker compose up -d --remove-orphans'.";
            }
        }
    }
}
