namespace LspCompose.Yaml.Parsing.Tolerant;

/// <summary>Whether a plain scalar may be a key, which its colon ends, or stands after one.</summary>
internal enum ScalarRole
{
    Key,
    Value,
}
