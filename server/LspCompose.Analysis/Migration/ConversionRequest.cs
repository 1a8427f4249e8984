using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>What to convert, and how.</summary>
internal sealed record ConversionRequest(NetworkStrategy Strategy)
{
    /// <summary>The files whose items are converted; others of the project change only where a conversion needs it.</summary>
    public required IReadOnlySet<string> Paths { get; init; }

    /// <summary>The items of <c>links</c> and <c>external_links</c> to convert; null means all of the files.</summary>
    public IReadOnlySet<ItemPlace>? Items { get; init; }

    /// <summary>Name of the network to create; null derives one.</summary>
    public string? NetworkName { get; init; }

    /// <summary>True to move the services of a first-format file under <c>services:</c> even when no link is converted.</summary>
    public bool WrapsLegacy { get; init; }

    /// <summary>True to convert also what somebody may notice; otherwise such links stay.</summary>
    public bool IncludesUnsafe { get; init; }

    /// <summary>The whole-file migration: also takes away what only the old format needed, such as <c>version</c>.</summary>
    public bool IsWholeFile => Items is null;
}
