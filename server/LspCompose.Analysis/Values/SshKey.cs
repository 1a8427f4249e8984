using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Items of <c>build.ssh</c>: <c>default</c> or <c>ID=PATH</c>.</summary>
public static class SshKey
{
    /// <summary>Reads an item of <c>build.ssh</c>.</summary>
    public static Parsed<BuildKey> Parse(string text)
    {
        var separator = text.IndexOf('=', StringComparison.Ordinal);
        return separator >= 0 ? new(new BuildKey(text[..separator], text[(separator + 1)..]))
            : text == "default" ? new(new BuildKey(text, null))
            : new(new TextSpan(0, text.Length), $"'{text}' is not an SSH key of a build. Write 'default' or 'ID=PATH'.");
    }
}
