using LspCompose.Analysis.Model;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>
/// A place where a consumer uses what only a link gives it. <see cref="Path"/> and <see cref="Span"/> cover the whole expression, dollars included; the replacement
/// is the text to write there, null where it is not known. <see cref="Where"/> is the attribute that holds it.
/// </summary>
internal sealed record LinkVariableUse(Link Link, string Name, string Path, TextSpan Span, LinkVariableKind Kind, string? Replacement, string Where)
{
    /// <summary>The expression as the file has it.</summary>
    public required string Written { get; init; }

    /// <summary>Where the Compose file leads to it: the expression itself, or the item of <c>env_file</c> that names its file.</summary>
    public required TextSpan Place { get; init; }

    /// <summary>What the link would have given, by host name; also where it cannot be written in place. Null where it is not known.</summary>
    public string? Value { get; init; }

    /// <summary>True for <c>${…}</c> that Compose fills in itself before the container starts, so no link ever could.</summary>
    public bool IsFilledInByCompose { get; init; }

    /// <summary>True where no link to the target is left.</summary>
    public bool IsWithoutLink { get; init; }
}
