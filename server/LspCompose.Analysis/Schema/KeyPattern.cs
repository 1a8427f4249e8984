using System.Buffers;
using System.Text.RegularExpressions;

namespace LspCompose.Analysis.Schema;

/// <summary>Tells which keys of a mapping a schema applies to. The patterns Compose's schema uses are checked without a regular expression.</summary>
internal sealed class KeyPattern(string text)
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private readonly Kind kind = text switch
    {
        "^x-" => Kind.Extension,
        "^[a-zA-Z0-9._-]+$" => Kind.Name,
        "^[a-z]+$" => Kind.LowerCase,
        ".+" => Kind.SomeText,
        "^.+$" => Kind.OneLine,
        _ => Kind.Other,
    };

    private readonly Lazy<Regex> regex = new(() => new Regex(text, RegexOptions.CultureInvariant));

    private enum Kind
    {
        Extension,
        Name,
        LowerCase,
        SomeText,
        OneLine,
        Other,
    }

    /// <summary>The regular expression.</summary>
    public string Text { get; } = text;

    /// <summary>True for the keys everybody may make up, <c>x-…</c>.</summary>
    public bool IsExtension => kind == Kind.Extension;

    /// <summary>True for names of services, networks and the like.</summary>
    public bool IsName => kind == Kind.Name;

    /// <summary>True when no regular expression is needed.</summary>
    public bool IsSimple => kind != Kind.Other;

    /// <summary>True when the schema of the pattern applies to a key.</summary>
    public bool Matches(string key) => kind switch
    {
        Kind.Extension => key.StartsWith("x-", StringComparison.Ordinal),
        Kind.Name => key.Length > 0 && !key.AsSpan().ContainsAnyExcept(NameCharacters),
        Kind.LowerCase => key.Length > 0 && !key.AsSpan().ContainsAnyExceptInRange('a', 'z'),
        Kind.SomeText => key.AsSpan().ContainsAnyExcept('\n'),
        Kind.OneLine => key.Length > 0 && !key.Contains('\n'),
        _ => regex.Value.IsMatch(key),
    };
}
