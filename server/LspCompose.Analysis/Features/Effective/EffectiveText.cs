using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Output;

namespace LspCompose.Analysis.Features.Effective;

/// <summary>Values in effect as they may be shown: with their origins, and without secrets.</summary>
internal sealed class EffectiveText(Workspace workspace, Project project)
{
    private const int MaxLines = 20;

    /// <summary>A key and its value as a block of YAML, each value with its origin behind it; long blocks are cut.</summary>
    public string Block(string key, ConfigNode value)
    {
        var yaml = ModelYaml.Write(new ConfigMapping(value.Place, [new ConfigEntry(key, value.Place, Hidden(key, value))]), Origin);
        var lines = yaml.TrimEnd('\n').Split('\n');
        return $"```yaml\n{string.Join('\n', lines.Take(MaxLines))}{(lines.Length > MaxLines ? $"\n# … {lines.Length - MaxLines} more lines" : "")}\n```";
    }

    /// <summary>A single value on one line; null for mappings, lists and what is not known.</summary>
    public string? Line(string key, ConfigNode value) => Hidden(key, value) switch
    {
        ConfigScalar scalar => scalar.Display.ReplaceLineEndings("⏎"),
        ConfigSequence { Items.Count: > 0 } list when list.Items.All(item => item is ConfigScalar) => $"[{string.Join(", ", list.Items.OfType<ConfigScalar>().Select(item => item.Display.ReplaceLineEndings("⏎")))}]",
        _ => null,
    };

    /// <summary>Where a value was written, for instance <c>compose.override.yaml:12</c>.</summary>
    public string? Origin(ConfigNode node) => node.Place.Path is { Length: > 0 } ? PlaceNames.Of(workspace, node.Place) : null;

    private ConfigNode Hidden(string key, ConfigNode node) => node switch
    {
        ConfigMapping mapping => new ConfigMapping(mapping.Place, mapping.Entries.Where(entry => entry.Value is not ConfigUnknown).Select(entry => entry with { Value = Hidden(entry.Key, entry.Value) })),
        ConfigSequence list => new ConfigSequence(list.Place, list.Items.Where(item => item is not ConfigUnknown).Select(item => Hidden("", item))),
        ConfigScalar { IsNull: false } scalar when SecretNames.IsSecret(key) && scalar.Value is not bool => new ConfigScalar(scalar.Place, SecretNames.Mask),
        ConfigScalar { Value: long or ulong or double or string } scalar when AsWritten(scalar) is { } written => new ConfigScalar(scalar.Place, written),
        ConfigScalar { Text: { } text } scalar => new ConfigScalar(scalar.Place, SecretTexts.Hide(text, Written(scalar.Place), project.ScopeOf(scalar.Place.Path ?? "").Variables.Get)),
        _ => node,
    };

    // Compose turns sizes such as 64m into bytes.
    private string? AsWritten(ConfigScalar scalar) =>
        scalar.Display is { Length: > 0 } number && number.All(char.IsAsciiDigit) && Written(scalar.Place).Trim('"', '\'') is { Length: > 1 } written
        && char.IsAsciiDigit(written[0]) && written.All(character => char.IsAsciiLetterOrDigit(character) || character == '.') && !written.All(char.IsAsciiDigit)
            ? written
            : null;

    private string Written(SourcePlace place) =>
        place.Path is { } path && workspace.Find(path) is FileContent.Present present && place.Span.End <= present.Text.Length ? present.Text.ToString(place.Span) : "";
}
