using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Symbols;

/// <summary>A name in a file: what it stands for, and where exactly. Spans are 0-based UTF-16 offsets of the file's text.</summary>
/// <param name="Kind">What the name stands for.</param>
/// <param name="Name">The name.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">The name alone, without quotes, colons or whatever else surrounds it.</param>
/// <param name="Role">Whether it defines or refers.</param>
internal sealed record Symbol(SymbolKind Kind, string Name, string Path, TextSpan Span, SymbolRole Role)
{
    /// <summary>The whole entry of a definition; of a reference the text it is part of.</summary>
    public TextSpan Whole { get; init; } = Span;

    /// <summary>The service it stands in or defines; null outside of services.</summary>
    public string? Service { get; init; }

    /// <summary>The attribute of a service it stands in, for instance <c>depends_on</c>; null elsewhere.</summary>
    public string? Attribute { get; init; }

    /// <summary>The scalar that holds it; null for anchors and in files of variables.</summary>
    public YamlNode? Scalar { get; init; }

    /// <summary>For the name of a service to extend: the other file it is in, as written; null for the same file.</summary>
    public string? File { get; init; }

    /// <summary>For anchors and their aliases: where the anchored node begins; -1 where an alias leads nowhere.</summary>
    public int Anchored { get; init; } = -1;

    /// <summary>True for the bare name of a variable a container takes over (<c>- NAME</c>), which is also the name it has there.</summary>
    public bool IsTakenOver { get; init; }
}
