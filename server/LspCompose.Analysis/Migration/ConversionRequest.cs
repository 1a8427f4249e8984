using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>What to convert, and how.</summary>
internal sealed record ConversionRequest(NetworkStrategy Strategy)
{
    /// <summary>The links to convert; null means all of the file.</summary>
    public IReadOnlyList<Link>? Links { get; init; }

    /// <summary>Name of the network to create; null derives one.</summary>
    public string? NetworkName { get; init; }

    /// <summary>True to move the services of a first-format file under <c>services:</c> even when no link is converted.</summary>
    public bool WrapsLegacy { get; init; }

    /// <summary>The whole-file migration: also takes away what only the old format needed, such as <c>version</c>.</summary>
    public bool IsWholeFile => Links is null;
}
