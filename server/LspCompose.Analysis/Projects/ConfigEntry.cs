namespace LspCompose.Analysis.Projects;

/// <summary>One key of a mapping with its value. The key's place is that of the file that last gave the value.</summary>
public readonly record struct ConfigEntry(string Key, SourcePlace KeyPlace, ConfigNode Value);
