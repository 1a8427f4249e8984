using LspCompose.Analysis;
using LspCompose.Analysis.Engines;

namespace LspCompose.Lsp;

/// <summary>What the server gets from the process it runs in.</summary>
public sealed record ServerHost
{
    /// <summary>Where files that projects refer to are read; called from several threads at once.</summary>
    public required IFileSource Files { get; init; }

    /// <summary>Finds the Compose files in a folder and those below it, by absolute path; called beside everything else, may take its time.</summary>
    public Func<string, CancellationToken, IReadOnlyList<string>> FindComposeFiles { get; init; } = (_, _) => [];

    /// <summary>Looks at the Docker engine; null where there is to be none.</summary>
    public IEngineSource? Engine { get; init; }

    /// <summary>The environment variables of the process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
