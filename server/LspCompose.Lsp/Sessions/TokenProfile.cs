using LspCompose.Analysis.Features;
using LspCompose.Lsp.Protocol;

namespace LspCompose.Lsp.Sessions;

/// <summary>What the client can do with semantic tokens. Made of what it announces, so that the legend says what it knows.</summary>
internal sealed record TokenProfile
{
    private const string Declaration = "declaration";
    private const string Deprecated = "deprecated";

    // The nearest of the protocol's types; where a client does not know the first, the next.
    private static readonly IReadOnlyDictionary<TokenKind, string[]> Types = new Dictionary<TokenKind, string[]>
    {
        [TokenKind.Service] = ["class", "type"],
        [TokenKind.Network] = ["interface", "type"],
        [TokenKind.Volume] = ["struct", "type"],
        [TokenKind.Config] = ["enum", "type"],
        [TokenKind.Secret] = ["enumMember", "property"],
        [TokenKind.Model] = ["type", "class"],
        [TokenKind.Profile] = ["typeParameter", "parameter"],
        [TokenKind.Anchor] = ["label", "macro"],
        [TokenKind.Variable] = ["variable"],
        [TokenKind.Key] = ["property"],
    };

    /// <summary>The names the numbers of tokens stand for.</summary>
    public required SemanticTokensLegend Legend { get; init; }

    /// <summary>True when a token may go over several lines.</summary>
    public bool TakesSeveralLines { get; init; }

    /// <summary>Reads what a client announces; null for one that knows no semantic tokens.</summary>
    public static TokenProfile? From(SemanticTokensClientCapabilities? client) => client is null ? null : new TokenProfile
    {
        Legend = new SemanticTokensLegend
        {
            TokenTypes = [.. Types.Values.Select(names => names.FirstOrDefault(client.TokenTypes.Contains)).OfType<string>().Distinct()],
            TokenModifiers = [.. new[] { Declaration, Deprecated }.Where(client.TokenModifiers.Contains)],
        },
        TakesSeveralLines = client.MultilineTokenSupport is true,
    };

    /// <summary>The number of a token's type, -1 where the client knows none for it.</summary>
    public int TypeOf(Token token) => Types[token.Kind].Select(name => IndexOf(Legend.TokenTypes, name)).FirstOrDefault(index => index >= 0, -1);

    /// <summary>The bits of a token's modifiers.</summary>
    public int ModifiersOf(Token token) => (token.IsDeclaration ? Bit(Declaration) : 0) | (token.IsDeprecated ? Bit(Deprecated) : 0);

    private int Bit(string modifier) => IndexOf(Legend.TokenModifiers, modifier) is >= 0 and var index ? 1 << index : 0;

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index] == name)
            {
                return index;
            }
        }

        return -1;
    }
}
