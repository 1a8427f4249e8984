using System.Globalization;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Refactorings;

/// <summary>The short and the long form of items of a service's lists, as <see cref="Canonical"/> makes one of the other.</summary>
internal static class ItemForms
{
    // More items than anybody wants to read in the place of one range.
    private const int MaxPorts = 16;

    private static readonly Dictionary<string, string> Nouns = new(StringComparer.Ordinal)
    {
        ["ports"] = "port",
        ["volumes"] = "volume",
        ["env_file"] = "file",
        ["secrets"] = "secret",
        ["configs"] = "config",
        ["devices"] = "device",
    };

    /// <summary>What an item of an attribute is called; null for an attribute whose items have one form only.</summary>
    public static string? Noun(string attribute) => Nouns.GetValueOrDefault(attribute);

    /// <summary>The long form of an item, several for a range of ports; empty where it has none or depends on what a variable holds.</summary>
    public static IReadOnlyList<IReadOnlyList<Part>> ToLong(string attribute, YamlNode item)
    {
        if (item is not { IsScalar: true, Tag: null, Anchor: null, IsNull: false } || item.Style is ScalarStyle.Literal or ScalarStyle.Folded || item.Value.Length == 0)
        {
            return [];
        }

        return attribute switch
        {
            "ports" => Ports(item),
            "volumes" => Volume(item) is { } mount ? [mount] : [],
            "devices" => Device(item) is { } device ? [device] : [],
            "env_file" => [[Part.Text("path", item.Value, item.Style), Part.Literal("required", "true")]],
            "secrets" or "configs" => [[Part.Text("source", item.Value, item.Style)]],
            _ => [],
        };
    }

    /// <summary>The short form of an item; null where it has none.</summary>
    public static string? ToShort(string attribute, YamlNode item)
    {
        if (item is not { IsMapping: true, Tag: null, Anchor: null } || !TryRead(item, out var parts))
        {
            return null;
        }

        var text = attribute switch
        {
            "ports" => ShortPort(parts),
            "volumes" => ShortVolume(item, parts),
            "devices" => ShortDevice(parts),
            "env_file" => Only(parts, "path", ("required", "true")),
            "secrets" or "configs" => Only(parts, "source"),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static IReadOnlyList<IReadOnlyList<Part>> Ports(YamlNode item)
    {
        // What a variable holds could have colons of its own; one number is the only sensible thing to stand for.
        var written = Plain(item);
        var masked = Masked(written, '7', out var hasVariables);
        if (masked is null || PortSpec.Parse(masked) is not { IsValid: true, Value: var port } || (hasVariables && (port.Target.Count > 1 || port.Published is { Count: > 1 })) || port.Target.Count > MaxPorts)
        {
            return [];
        }

        if (hasVariables)
        {
            return
            [
                [
                    .. port.HostIpSpan is null ? Array.Empty<Part>() : [Part.Text("host_ip", port.HostIp)],
                    written[port.TargetSpan.Start..port.TargetSpan.End] is var target && target.Contains('$') ? Part.Text("target", target) : Part.Literal("target", target),
                    .. port.PublishedSpan is { } host ? [Part.Text("published", written[host.Start..host.End], ScalarStyle.DoubleQuoted)] : Array.Empty<Part>(),
                    .. port.Protocol == "tcp" ? Array.Empty<Part>() : [Part.Text("protocol", port.Protocol)],
                ],
            ];
        }

        return
        [
            .. port.Mappings().Select(mapping => (IReadOnlyList<Part>)
            [
                .. mapping.HostIp.Length > 0 ? [Part.Text("host_ip", mapping.HostIp)] : Array.Empty<Part>(),
                Part.Literal("target", mapping.Target.ToString(CultureInfo.InvariantCulture)),
                .. mapping.Published.Length > 0 ? [Part.Text("published", mapping.Published, ScalarStyle.DoubleQuoted)] : Array.Empty<Part>(),
                .. mapping.Protocol == "tcp" ? Array.Empty<Part>() : [Part.Text("protocol", mapping.Protocol)],
            ]),
        ];
    }

    private static List<Part>? Volume(YamlNode item)
    {
        var text = item.Value;
        var (masked, spec) = (Masked(text, 'v', out var hasVariables), VolumeSpec.Parse(text));
        if (masked is null || VolumeSpec.Parse(masked) is not { IsValid: true, Value: var mount } || spec is not { IsValid: true, Value: var whole } || mount.SourceSpan != whole.SourceSpan || mount.TargetSpan != whole.TargetSpan)
        {
            return null;
        }

        // Whether a path or a name stands there must be known; nothing is cleaned up in what variables are part of.
        if ((mount.SourceSpan is { } source && text[source.Start] == '$') || text[mount.TargetSpan.Start] == '$' || (mount.OptionsSpan is { } options && text[options.Start..options.End].Contains('$')))
        {
            return null;
        }

        var isBind = mount.Kind == VolumeKind.Bind;
        var parts = new List<Part> { Part.Text("type", isBind ? "bind" : "volume") };
        if (mount.SourceSpan is { } from)
        {
            parts.Add(Part.Text("source", text[from.Start..from.End], item.Style));
        }

        parts.Add(Part.Text("target", hasVariables ? text[mount.TargetSpan.Start..mount.TargetSpan.End] : mount.Target, item.Style));
        if (mount.IsReadOnly)
        {
            parts.Add(Part.Literal("read_only", "true"));
        }

        if (isBind || mount.Propagation.Length + mount.SELinux.Length > 0)
        {
            parts.Add(Part.Mapping("bind",
            [
                .. isBind ? [Part.Literal("create_host_path", "true")] : Array.Empty<Part>(),
                .. mount.Propagation.Length > 0 ? [Part.Text("propagation", mount.Propagation)] : Array.Empty<Part>(),
                .. mount.SELinux.Length > 0 ? [Part.Text("selinux", mount.SELinux)] : Array.Empty<Part>(),
            ]));
        }

        if (mount.NoCopy)
        {
            parts.Add(Part.Mapping("volume", Part.Literal("nocopy", "true")));
        }

        return mount.Options.All(option => option.IsKnown) ? parts : null;
    }

    private static List<Part>? Device(YamlNode item)
    {
        var parts = item.Value.Split(':');
        if (parts.Length > 3 || item.Value.Contains('$') || parts.Any(part => part.Length == 0))
        {
            return null;
        }

        var target = parts.Length > 1 ? parts[1] : parts[0];
        return [Part.Text("source", parts[0], item.Style), Part.Text("target", target, item.Style), Part.Text("permissions", parts.Length > 2 ? parts[2] : "rwm", item.Style)];
    }

    private static string? ShortPort(IReadOnlyDictionary<string, string> parts)
    {
        if (!IsOf(parts, "target", "published", "host_ip", "protocol", "mode") || parts.GetValueOrDefault("mode", "ingress") != "ingress" || parts.GetValueOrDefault("target") is not { Length: > 0 } target)
        {
            return null;
        }

        var (ip, published, protocol) = (parts.GetValueOrDefault("host_ip", ""), parts.GetValueOrDefault("published", ""), parts.GetValueOrDefault("protocol", "tcp"));
        var host = ip.Length == 0 ? "" : ip.Contains(':') ? $"[{ip}]:" : ip + ":";
        var text = $"{host}{published}{(host.Length + published.Length > 0 ? ":" : "")}{target}{(protocol == "tcp" ? "" : "/" + protocol)}";

        // The short form has to come out as just this, one port of the container.
        var masked = Masked(text, '7', out var hasVariables);
        return masked is not null && PortSpec.Parse(masked) is { IsValid: true, Value: var port } && port.Target.Count == 1 && port.Protocol == protocol && port.HostIp == ip
            && (hasVariables ? !ip.Contains('$') : port.Mappings()[0] is var mapping && mapping.Published == published && mapping.Target.ToString(CultureInfo.InvariantCulture) == target)
            ? text
            : null;
    }

    private static string? ShortVolume(YamlNode item, IReadOnlyDictionary<string, string> parts)
    {
        if (!IsOf(parts, "type", "source", "target", "read_only", "bind.create_host_path", "bind.propagation", "bind.selinux", "volume.nocopy")
            || parts.GetValueOrDefault("type") is not ("bind" or "volume") || parts.GetValueOrDefault("target") is not { Length: > 0 } target)
        {
            return null;
        }

        var (type, source, propagation, label) = (parts["type"], parts.GetValueOrDefault("source", ""), parts.GetValueOrDefault("bind.propagation", ""), parts.GetValueOrDefault("bind.selinux", ""));
        var createsPath = parts.GetValueOrDefault("bind.create_host_path");
        if (type == "bind" ? item.Get("bind") is not null && createsPath != "true" : createsPath is not null)
        {
            return null;
        }

        if (parts.GetValueOrDefault("read_only", "false") is not ("true" or "false") || parts.GetValueOrDefault("volume.nocopy", "false") is not ("true" or "false"))
        {
            return null;
        }

        string[] options =
        [
            .. parts.GetValueOrDefault("read_only") == "true" ? ["ro"] : Array.Empty<string>(),
            .. propagation.Length > 0 ? [propagation] : Array.Empty<string>(),
            .. label.Length > 0 ? [label] : Array.Empty<string>(),
            .. parts.GetValueOrDefault("volume.nocopy") == "true" ? ["nocopy"] : Array.Empty<string>(),
        ];
        var text = $"{(source.Length > 0 ? source + ":" : "")}{target}{(options.Length > 0 ? ":" + string.Join(',', options) : "")}";
        if ((source.Length == 0 && options.Length > 0) || source.StartsWith('$') || target.StartsWith('$') || Masked(text, 'v', out var hasVariables) is not { } masked || VolumeSpec.Parse(masked) is not { IsValid: true, Value: var mount })
        {
            return null;
        }

        // The reading of the short form decides: a name that looks like a path would become one.
        return mount.Kind == (type == "bind" ? VolumeKind.Bind : VolumeKind.Volume) && (hasVariables || (mount.Source == source && mount.Target == target)) && mount.TargetSpan.Length == target.Length
            && mount.Propagation == propagation && mount.SELinux == label
            ? text
            : null;
    }

    private static string? ShortDevice(IReadOnlyDictionary<string, string> parts)
    {
        if (!IsOf(parts, "source", "target", "permissions") || parts.Values.Any(part => part.Length == 0 || part.AsSpan().IndexOfAny(':', '$') >= 0) || parts.GetValueOrDefault("source") is not { } source)
        {
            return null;
        }

        var (target, permissions) = (parts.GetValueOrDefault("target"), parts.GetValueOrDefault("permissions"));
        return target is null || permissions is null ? null
            : permissions != "rwm" ? $"{source}:{target}:{permissions}"
            : target == source ? source
            : $"{source}:{target}";
    }

    private static string? Only(IReadOnlyDictionary<string, string> parts, string key, params ReadOnlySpan<(string Key, string Value)> optional)
    {
        var others = 0;
        foreach (var (name, value) in optional)
        {
            others += parts.GetValueOrDefault(name) == value ? 1 : 0;
        }

        return parts.Count == 1 + others ? parts.GetValueOrDefault(key) : null;
    }

    private static bool IsOf(IReadOnlyDictionary<string, string> parts, params IReadOnlyList<string> known) => parts.Keys.All(known.Contains);

    // The texts of an item by key, those one level down with a dot in between.
    private static bool TryRead(YamlNode mapping, out Dictionary<string, string> parts)
    {
        parts = new Dictionary<string, string>(StringComparer.Ordinal);
        return Read(mapping, "", parts) && parts.Count > 0;
    }

    private static bool Read(YamlNode mapping, string prefix, Dictionary<string, string> parts)
    {
        foreach (var entry in mapping.Entries)
        {
            var value = entry.Value;
            if (value is { Tag: not null } or { Anchor: not null } || !entry.Key.IsScalar || entry.Key.FullSpan != entry.Key.Span)
            {
                return false;
            }

            if (value is { IsMapping: true, Entries.Count: > 0 } && prefix.Length == 0)
            {
                if (!Read(value, entry.Name + ".", parts))
                {
                    return false;
                }
            }
            else if (!value.IsScalar || value.IsNull || value.Style is ScalarStyle.Literal or ScalarStyle.Folded || !parts.TryAdd(prefix + entry.Name, Plain(value)))
            {
                return false;
            }
        }

        return true;
    }

    // A scalar as text where Compose takes a number or a boolean for text.
    private static string Plain(YamlNode scalar) => scalar.Style == ScalarStyle.Plain && CoreSchema.Resolve(scalar.Value) is var value and not string
        ? ScalarText.Of(new ConfigScalar(default, value))
        : scalar.Value;

    /// <summary>The text with every variable overwritten, so that what is left can be read by itself; null where a dollar sign is none of a variable.</summary>
    private static string? Masked(string text, char cover, out bool hasVariables)
    {
        hasVariables = text.Contains('$');
        if (!hasVariables)
        {
            return text;
        }

        var result = text.ToCharArray();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '$')
            {
                continue;
            }

            var end = VariableEnd(text, index);
            if (end < 0)
            {
                return null;
            }

            Array.Fill(result, cover, index, end - index);

            // A port has five digits at most.
            if (cover == '7')
            {
                Array.Fill(result, '0', index, Math.Max(0, end - index - 1));
            }

            index = end - 1;
        }

        return new string(result);
    }

    private static int VariableEnd(string text, int start)
    {
        if (start + 1 == text.Length)
        {
            return -1;
        }

        var end = start + 1;
        if (text[end] == '{')
        {
            var depth = 0;
            for (; end < text.Length; end++)
            {
                depth += text[end] == '{' ? 1 : text[end] == '}' ? -1 : 0;
                if (depth == 0)
                {
                    return end + 1;
                }
            }

            return -1;
        }

        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end == start + 1 ? -1 : end;
    }
}
