namespace LspCompose.Analysis.Schema;

/// <summary>A known value or key, and in Markdown what it does.</summary>
internal readonly record struct SchemaHint(string Text, string Description);
