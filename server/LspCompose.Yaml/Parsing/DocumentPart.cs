namespace LspCompose.Yaml.Parsing;

/// <summary>
/// The text of one document: from its directives or <c>---</c> (<see cref="Start"/>) to the next marker line; its body starts after its own
/// <c>---</c>. Offsets are those of the whole text.
/// </summary>
internal readonly record struct DocumentPart(int Start, int BodyStart, int End)
{
    /// <summary>True when the document has directives or a marker in front of its body.</summary>
    public bool HasHead => BodyStart > Start;
}
