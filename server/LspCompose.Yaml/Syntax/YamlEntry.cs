using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Syntax;

/// <summary>One <c>key: value</c> of a mapping. <see cref="ColonOffset"/> is the colon's 0-based offset, -1 where it is missing.</summary>
public readonly record struct YamlEntry(YamlNode Key, YamlNode Value, int ColonOffset)
{
    /// <summary>The key's decoded text.</summary>
    public string Name => Key.Value;

    /// <summary>From the key's first character to the value's last one.</summary>
    public TextSpan Span => new(Key.FullSpan.Start, Math.Max(Value.FullSpan.End, Math.Max(Key.FullSpan.End, ColonOffset + 1)));
}
