using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Schema;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>Values read out in words: short syntaxes, amounts, commands, and ports and mounts in long form.</summary>
internal static class Readings
{
    /// <summary>What a value, or the whole of which it is a part, means; null where its text says all.</summary>
    public static string? Of(HoverSpot spot)
    {
        var place = spot.Place;
        if (OfWhole(spot) is { } whole)
        {
            return whole;
        }

        if (spot.IsKey || !spot.Node.IsScalar || Shown(spot, spot.Node) is not { Length: > 0 } text)
        {
            return null;
        }

        return ValueDocs.SyntaxOf(place) switch
        {
            // A list is not split.
            "command" when place.Item is not null => null,
            "healthcheck-test" => place.Item is null ? ProgramWords.LineTest(text) : place.Parent is { } list && IsFirst(list.Value, spot.Node) ? ProgramWords.ListTest(list.Value) : null,
            var syntax => ValueWords.Of(syntax, text, spot.Project.Request.Target, spot.Absolute)
                ?? (place.Schema?.Cast == "number" && place.Name is { } name && name.StartsWith("cpu", StringComparison.Ordinal) && AmountWords.Processors(text) is { } time ? $"`{text}` = {time}" : null),
        };
    }

    // On a part of a port or mount in long form.
    private static string? OfWhole(HoverSpot spot)
    {
        if (spot.IsKey || spot.Place.Parent is not { Value.IsMapping: true } whole)
        {
            return null;
        }

        return (whole.Schema?.Branch(SchemaTypes.Object)?.Definition, spot.Place.Name) switch
        {
            ("port", "target" or "published" or "host_ip" or "protocol") => OfPort(whole.Value),
            ("mount", "type" or "source" or "target" or "read_only") => OfMount(whole.Value),
            _ => null,
        };

        string? OfPort(YamlNode value)
        {
            var host = Part(value, "published");
            return PortSpec.Parse(Part(value, "target")) is { IsValid: true, Value: { Published: null } target }
                && (host.Length == 0 || PortSpec.Parse(host) is { IsValid: true, Value.Published: null })
                ? PortWords.Of(Part(value, "host_ip"), host.Length == 0 ? null : PortSpec.Parse(host).Value?.Target, target.Target, Part(value, "protocol") is { Length: > 0 } protocol ? protocol : "tcp")
                : null;
        }

        string? OfMount(YamlNode value) => VolumeWords.Of(
            Part(value, "type"), Part(value, "source"), Part(value, "target"), Part(value, "read_only") == "true" ? "read-only" : "readable and writable", spot.Absolute);

        string Part(YamlNode mapping, string key) => mapping.Get(key) is { IsScalar: true, IsNull: false } part ? Shown(spot, part) ?? "" : "";
    }

    private static string? Shown(HoverSpot spot, YamlNode scalar) => spot.Filled(scalar) is { } filled ? SecretTexts.Hide(filled, scalar.Value, spot.Lookup) : null;

    private static bool IsFirst(YamlNode list, YamlNode item) => list.Items.Count > 0 && list.Items[0].Value == item;
}
