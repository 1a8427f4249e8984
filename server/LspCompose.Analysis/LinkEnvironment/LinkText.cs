using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>
/// A text the container gets: what it says, and how its characters map to the file it stands in. <see cref="Key"/> is the variable whose value it is; <see cref="Start"/> is where
/// that value begins in <see cref="Text"/>.
/// </summary>
internal sealed record LinkText(string Text, int Start, string Path, TextOrigin Origin, string Where)
{
    /// <summary>The variable the text gives its value; null for other texts.</summary>
    public string? Key { get; init; }

    /// <summary>True where nobody fills in variables before the container gets the text, so <c>$X</c> is the container's own.</summary>
    public bool IsRaw { get; init; }

    /// <summary>The item of <c>env_file</c> that leads to the text; null for a text of the Compose file itself.</summary>
    public TextSpan? ReadFrom { get; init; }

    /// <summary>True for a plain item of a list, which must not become a number.</summary>
    public bool IsPlainItem { get; init; }
}
