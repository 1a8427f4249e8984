using LspCompose.Analysis.Places;
using LspCompose.Analysis.Schema;
using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>Finds what to colour in a file beyond its syntax: names by what they mean, and deprecated keys. What is written in another language, such as commands, is left to others.</summary>
public static class Tokens
{
    /// <summary>The tokens in the order of the text, none overlapping another; none for a file the workspace does not hold.</summary>
    public static IReadOnlyList<Token> Of(Workspace workspace, string path, CancellationToken cancellation = default)
    {
        if (!workspace.TryGetFile(path, out var file))
        {
            return [];
        }

        var embedded = new List<TextSpan>();
        var found = new List<Token>();
        foreach (var place in file.Places.All())
        {
            cancellation.ThrowIfCancellationRequested();
            if (place.Entry is not { } entry)
            {
                continue;
            }

            if (place.Schema is { IsDeprecated: true } && !entry.Key.Span.IsEmpty)
            {
                found.Add(new Token(entry.Key.Span, TokenKind.Key) { IsDeprecated = true });
            }

            if (IsEmbedded(place))
            {
                embedded.Add(place.Value.Span);
            }
        }

        var symbols = ProjectSymbols.Of(workspace, path);
        var next = 0;
        foreach (var symbol in file.Symbols.All)
        {
            while (next < embedded.Count && embedded[next].End <= symbol.Span.Start)
            {
                next++;
            }

            var isEmbedded = next < embedded.Count && embedded[next].Contains(symbol.Span);
            if ((!isEmbedded || symbol.Kind == SymbolKind.Anchor) && symbols.KeyOf(symbol) is { } key && !symbol.Span.IsEmpty)
            {
                found.Add(new Token(symbol.Span, KindOf(key.Kind)) { IsDeclaration = symbol.Role == SymbolRole.Definition });
            }
        }

        return WithoutOverlaps(found);
    }

    private static bool IsEmbedded(Place place) => place.Schema?.Branch(SchemaTypes.String)?.Syntax is "command" or "healthcheck-test" or "dockerfile";

    private static TokenKind KindOf(SymbolKind kind) => kind switch
    {
        SymbolKind.Network => TokenKind.Network,
        SymbolKind.Volume => TokenKind.Volume,
        SymbolKind.Config => TokenKind.Config,
        SymbolKind.Secret => TokenKind.Secret,
        SymbolKind.Model => TokenKind.Model,
        SymbolKind.Profile => TokenKind.Profile,
        SymbolKind.Anchor => TokenKind.Anchor,
        SymbolKind.Variable => TokenKind.Variable,
        _ => TokenKind.Service,
    };

    // Of two that overlap, the one that begins first, of those the longer one.
    private static List<Token> WithoutOverlaps(List<Token> found)
    {
        var tokens = new List<Token>(found.Count);
        foreach (var token in found.OrderBy(token => token.Span.Start).ThenByDescending(token => token.Span.End))
        {
            if (tokens.Count == 0 || tokens[^1].Span.End <= token.Span.Start)
            {
                tokens.Add(token);
            }
        }

        return tokens;
    }
}
