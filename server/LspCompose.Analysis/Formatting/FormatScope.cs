using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>Which parts of a text may be changed: those asked for, without those that are better left alone.</summary>
internal sealed class FormatScope(IReadOnlyList<TextSpan> ranges, IReadOnlyList<TextSpan> frozen)
{
    /// <summary>True when a whole block may be moved to another column.</summary>
    public bool CanMove(TextSpan block) => IsAsked(block) && !frozen.Any(part => part.Start < block.End && block.Start < part.End);

    /// <summary>True when the place is in a part that is left alone.</summary>
    public bool IsFrozen(int offset) => frozen.Any(part => part.Start <= offset && offset < part.End);

    /// <summary>True when an edit is within what may be changed.</summary>
    public bool Allows(TextEdit edit) => IsAsked(edit.Span) && !frozen.Any(part => Touches(part, edit.Span));

    private static bool Touches(TextSpan part, TextSpan edit) =>
        edit.IsEmpty ? part.Start < edit.Start && edit.Start <= part.End : part.Start < edit.End && edit.Start < part.End;

    private bool IsAsked(TextSpan span) => ranges.Any(range => range.Contains(span));
}
