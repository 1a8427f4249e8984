using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Paths;

/// <summary>A path of the host as it is written in a Compose file: the part of a scalar that holds it, in offsets of the scalar's decoded text.</summary>
internal sealed record WrittenPath(WrittenPathKind Kind, SourceValue Value, TextSpan Part)
{
    /// <summary>The build context: of a Dockerfile what its path starts from, null for the default.</summary>
    public YamlNode? Context { get; init; }

    /// <summary>The Dockerfile's name of a build context that names none itself; null otherwise.</summary>
    public string? ImpliedDockerfile { get; init; }

    /// <summary>The path, references to variables as they are written.</summary>
    public string Text => Value.Text[Part.Start..Part.End];

    /// <summary>Where it stands, in 0-based UTF-16 offsets of the file.</summary>
    public TextSpan Span => Value.Find(Part);
}
