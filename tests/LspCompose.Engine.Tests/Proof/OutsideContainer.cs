namespace LspCompose.Engine.Tests.Proof;

/// <summary>A container beside the project. Without a network it is on Docker's default bridge.</summary>
internal sealed record OutsideContainer(string Name, string? Network, IReadOnlyList<string> Aliases)
{
    /// <summary>Reads <c>NAME [NETWORK [ALIAS…]]</c>.</summary>
    public static OutsideContainer Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new OutsideContainer(words[0], words.Length > 1 ? words[1] : null, words[Math.Min(2, words.Length)..]);
    }
}
