using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LspCompose.Analysis.Formatting;

namespace LspCompose.Analysis.Settings;

/// <summary>The settings of the formatter, the same ones in <c>.lspcompose.yaml</c> and in editors.</summary>
public static class FormatSettings
{
    /// <summary>All of them, in the order of their keys.</summary>
    public static IReadOnlyList<FormatSetting> All { get; } =
    [
        new(
            "blankLines",
            "What a blank line sets apart: what it does already, the top-level sections, or the sections and the services.",
            ["keep", "sections", "services"],
            "keep",
            (options, word) => options with { BlankLines = word switch { "sections" => BlankLines.Sections, "services" => BlankLines.Services, _ => BlankLines.Keep } }),
        new(
            "indent",
            "Spaces a level is indented by. Not set: as the editor has it, else 2.",
            [.. Enumerable.Range(FormatOptions.MinIndent, FormatOptions.MaxIndent - FormatOptions.MinIndent + 1).Select(spaces => spaces.ToString(CultureInfo.InvariantCulture))],
            null,
            (options, word) => options with { Indent = int.Parse(word, CultureInfo.InvariantCulture) }),
        new(
            "keyOrder",
            "The order of a service's keys: as they are, or as most files have them.",
            ["keep", "conventional"],
            "keep",
            (options, word) => options with { KeyOrder = word == "conventional" ? ServiceKeyOrder.Conventional : ServiceKeyOrder.Keep }),
        new(
            "sequenceStyle",
            "Where the dashes of a list stand: as in most lists of the file, further in than its key, or below the key's first character.",
            ["keep", "indented", "flush"],
            "keep",
            (options, word) => options with { SequenceStyle = word switch { "indented" => SequenceStyle.Indented, "flush" => SequenceStyle.Flush, _ => SequenceStyle.Keep } }),
    ];

    /// <summary>Finds a setting by its key.</summary>
    public static bool TryGet(string key, [NotNullWhen(true)] out FormatSetting? setting)
    {
        setting = All.FirstOrDefault(known => known.Key == key);
        return setting is not null;
    }

    /// <summary>Options with some settings applied, each a word the setting takes.</summary>
    public static FormatOptions Apply(FormatOptions options, IReadOnlyDictionary<string, string> words) =>
        All.Aggregate(options, (applied, setting) => words.TryGetValue(setting.Key, out var word) ? setting.Apply(applied, word) : applied);
}
