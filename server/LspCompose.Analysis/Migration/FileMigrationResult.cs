using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>What a migration does to one file: the edits, none if there is nothing to do, what they convert, and what is left as it is with the reason.</summary>
public sealed record FileMigrationResult(string Path, IReadOnlyList<TextEdit> Edits)
{
    /// <summary>What is converted.</summary>
    public IReadOnlyList<MigrationNote> Converted { get; init; } = [];

    /// <summary>What is left, each with the reason.</summary>
    public IReadOnlyList<MigrationNote> Left { get; init; } = [];
}
