using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Input;

/// <summary>A file as it was read: the name to show it by, its bytes and what they say.</summary>
internal sealed record InputFile(InputPath Path, byte[] Bytes, TextEncoding Encoding, SourceText Text);
