using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Syntax;

/// <summary>One item of a sequence. <see cref="DashOffset"/> is the dash's 0-based offset, -1 in flow style.</summary>
public readonly record struct YamlItem(YamlNode Value, int DashOffset)
{
    /// <summary>From the dash, in flow style from the value, to the value's last character.</summary>
    public TextSpan Span => DashOffset < 0 ? Value.FullSpan : new(DashOffset, Math.Max(DashOffset + 1, Value.FullSpan.End));
}
