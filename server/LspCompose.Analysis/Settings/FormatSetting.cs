using LspCompose.Analysis.Formatting;

namespace LspCompose.Analysis.Settings;

/// <summary>A setting below <c>format</c>: its key, what it is for, the words it takes, the word that is the same as nothing (null for none), and what each word does.</summary>
public sealed record FormatSetting(string Key, string Description, IReadOnlyList<string> Words, string? Default, Func<FormatOptions, string, FormatOptions> Apply);
