using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Syntax;

/// <summary>One YAML document of a file. <see cref="Root"/> is null in a document without content; <see cref="Span"/> holds its text without the <c>---</c> and <c>...</c> lines.</summary>
public readonly record struct YamlDocument(TextSpan Span, YamlNode? Root);
