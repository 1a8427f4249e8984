using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Symbols;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>Gives a thing another name, wherever it is named: in every file of its projects, and in the texts that name it as a host.</summary>
public static class Rename
{
    /// <summary>What would be renamed at a 0-based UTF-16 offset; null where no name stands.</summary>
    public static RenameTarget? Prepare(Workspace workspace, string path, int offset) =>
        SymbolMeaning.At(workspace, path, offset) is { } meaning
            ? new RenameTarget(meaning.Symbol.Span, meaning.Symbol.Name) { Refusal = RenameChecks.RefuseOld(meaning) }
            : null;

    /// <summary>The edits that rename what is at a 0-based UTF-16 offset; null where no name stands.</summary>
    public static RenameResult? To(Workspace workspace, string path, int offset, string newName, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (SymbolMeaning.At(workspace, path, offset) is not { } meaning)
        {
            return null;
        }

        if (newName == meaning.Symbol.Name)
        {
            return new RenameResult([]);
        }

        if ((RenameChecks.RefuseOld(meaning) ?? RenameChecks.RefuseNew(workspace, meaning, newName, cancellation)) is { } refusal)
        {
            return new RenameResult([]) { Refusal = refusal };
        }

        return new RenameResult([.. meaning.All(cancellation).GroupBy(symbol => symbol.Path, StringComparer.Ordinal).SelectMany(file => Edits(workspace, file.Key, [.. file], newName))]);
    }

    private static IEnumerable<FileEdit> Edits(Workspace workspace, string path, IReadOnlyList<Symbol> symbols, string newName) =>
        workspace.Find(path) is FileContent.Present present ? RenameWriter.Write(present.Text, symbols, newName).Select(edit => new FileEdit(path, edit)) : [];
}
