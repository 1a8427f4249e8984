using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>One line of a migration's report about a place of the file before the migration: what was done there, or why nothing was.</summary>
public sealed record MigrationNote(TextSpan Span, string Message);
