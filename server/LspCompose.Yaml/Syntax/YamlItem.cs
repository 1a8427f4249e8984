namespace LspCompose.Yaml.Syntax;

/// <summary>One item of a sequence. <see cref="DashOffset"/> is the dash's 0-based offset, -1 in flow style.</summary>
public readonly record struct YamlItem(YamlNode Value, int DashOffset);
