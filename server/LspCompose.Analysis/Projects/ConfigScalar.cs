using System.Globalization;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects;

/// <summary>
/// A single value: null, <see cref="bool"/>, <see cref="long"/>, <see cref="ulong"/> (beyond long), <see cref="double"/>, <see cref="DateTime"/> or <see cref="string"/>,
/// as Compose's YAML library and its casts after interpolation type it.
/// </summary>
public sealed class ConfigScalar(SourcePlace place, object? value) : ConfigNode(place)
{
    /// <summary>The typed value.</summary>
    public object? Value { get; } = value;

    /// <summary>The value when it is text, otherwise null.</summary>
    public string? Text => Value as string;

    /// <summary>Maps characters of <see cref="Text"/> to the file; null where only the whole value has a place.</summary>
    public TextOrigin? Origin { get; init; }

    /// <summary>True for null, written or missing.</summary>
    public bool IsNull => Value is null;

    /// <inheritdoc/>
    public override string KindName => Value switch
    {
        null => "empty",
        bool => "a boolean",
        long or ulong or double => "a number",
        DateTime => "a date",
        _ => "text",
    };

    /// <summary>The value as a user would write it, for messages.</summary>
    public string Display => Value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    /// <summary>The place of a part of <see cref="Text"/>, given in its UTF-16 offsets; the whole value where no closer place is known.</summary>
    public SourcePlace PlaceOf(TextSpan part) => Origin is { } origin ? Place with { Span = origin.ToSource(part) } : Place;
}
