using LspCompose.Analysis.Model;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Symbols;

/// <summary>Finds the names in a text by what the schema says it refers to (<c>x-reference</c>) and how it is written (<c>x-syntax</c>).</summary>
internal static class ReferenceText
{
    private static readonly Dictionary<string, SymbolKind> Kinds = new(StringComparer.Ordinal)
    {
        ["service"] = SymbolKind.Service,
        ["network"] = SymbolKind.Network,
        ["volume"] = SymbolKind.Volume,
        ["config"] = SymbolKind.Config,
        ["secret"] = SymbolKind.Secret,
        ["model"] = SymbolKind.Model,
        ["profile"] = SymbolKind.Profile,
        ["container"] = SymbolKind.Container,
    };

    /// <summary>The kind of thing a word of the schema means; null for what is no name, such as <c>file</c>.</summary>
    public static SymbolKind? KindOf(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>The names in a text, with their spans in it. Parts that a variable decides are left out.</summary>
    public static IEnumerable<(SymbolKind Kind, TextSpan Span)> Read(string text, IReadOnlyList<string> references, string? syntax) =>
        Parts(text, references, syntax).Where(part => !part.Span.IsEmpty && !text.AsSpan(part.Span.Start, part.Span.Length).Contains('$'));

    private static IEnumerable<(SymbolKind Kind, TextSpan Span)> Parts(string text, IReadOnlyList<string> references, string? syntax)
    {
        switch (syntax)
        {
            case "link":
                return Link(text, SymbolKind.Service);
            case "external-link":
                return Link(text, SymbolKind.Container);
            case "volume":
                return VolumeSpec.Parse(text) is { IsValid: true, Value: { Kind: VolumeKind.Volume, SourceSpan: { } source } } ? [(SymbolKind.Volume, source)] : [];
        }

        foreach (var reference in references)
        {
            var brace = reference.IndexOf('{', StringComparison.Ordinal);
            if (brace > 0 && reference.EndsWith('}') && text.StartsWith(reference[..brace], StringComparison.Ordinal) && KindOf(reference[(brace + 1)..^1]) is { } prefixed)
            {
                return [(prefixed, new TextSpan(brace, NameEnd(brace)))];
            }
        }

        return references.Select(KindOf).FirstOrDefault(kind => kind is not null) is { } first && !IsPath(references)
            ? [(first, new TextSpan(0, NameEnd(0)))]
            : [];

        int NameEnd(int start) => syntax == "volumes-from" && text.IndexOf(':', start) is >= 0 and var colon ? colon : text.Length;

        bool IsPath(IReadOnlyList<string> kinds) => kinds.Contains("folder") && text.Length > 0 && (text[0] is '.' or '/' or '~' || text.Contains('/') || text.Contains('\\'));
    }

    private static IEnumerable<(SymbolKind Kind, TextSpan Span)> Link(string text, SymbolKind target)
    {
        var item = LinkItem.Parse(text);
        yield return (target, new TextSpan(0, item.Target.Length));
        if (item.Alias is { } alias)
        {
            yield return (SymbolKind.Alias, TextSpan.FromLength(item.Target.Length + 1, alias.Length));
        }
    }
}
