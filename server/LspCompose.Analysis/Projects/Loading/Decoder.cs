using System.Globalization;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>
/// Gives every value the type Compose stores it with, reports those that have none, and leaves out what says nothing. The result is the model as
/// <c>docker compose config --format json</c> shows it.
/// </summary>
internal sealed class Decoder(LoadContext context)
{
    private static readonly PathTable<ValueType> Types = DecodeTable.Types;

    /// <summary>The decoded root.</summary>
    public ConfigMapping Decode(ConfigMapping root) => Mapping(root, Types, "") as ConfigMapping ?? root;

    private ConfigNode? Decode(ConfigEntry entry, PathTable<ValueType>? types)
    {
        if (entry.Key.StartsWith("x-", StringComparison.Ordinal) && types?.Fact is null)
        {
            return entry.Value;
        }

        return Decode(entry.Value, types, entry.Key);
    }

    private ConfigNode? Decode(ConfigNode node, PathTable<ValueType>? types, string name)
    {
        if (node is ConfigUnknown)
        {
            return null;
        }

        switch (types?.Fact)
        {
            case ValueType.Hidden:
                return null;
            case ValueType.Anything:
                return node;
            case ValueType.Texts:
                return Texts(node);
            case ValueType.Labels:
                return KeyValueMapping(node, nullIsEmpty: NullValue.Empty);
            case ValueType.Environment:
                return Environment(node, name);
            case ValueType.Command:
                return Command(node, name);
            case ValueType.HealthTest:
                return node is ConfigScalar { Text: not null } line ? new ConfigSequence(line.Place, [new ConfigScalar(line.Place, "CMD-SHELL"), line]) : NotEmpty(node);
            case ValueType.Hosts:
                return Hosts(node);
            case ValueType.SshKeys:
                return SshKeys(node);
            case ValueType.Names when node is ConfigMapping names:
                return new ConfigMapping(names.Place, names.Entries.Select(entry => entry with { Value = Decode(entry, types.Below(entry.Key)) ?? new ConfigScalar(entry.Value.Place, null) })) is { Entries.Count: > 0 } kept ? kept : null;
        }

        return node switch
        {
            ConfigMapping mapping => Mapping(mapping, types, name),
            ConfigSequence list => Sequence(list, types, name),
            ConfigScalar scalar => Scalar(scalar, types?.Fact, name),
            _ => null,
        };
    }

    private ConfigNode? Mapping(ConfigMapping mapping, PathTable<ValueType>? types, string name)
    {
        var entries = new List<ConfigEntry>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            if (Decode(entry, types?.Below(entry.Key)) is { } value)
            {
                entries.Add(entry with { Value = value });
            }
        }

        return entries.Count > 0 || types?.Fact is ValueType.KeptMapping || name.Length == 0 ? new ConfigMapping(mapping.Place, entries) : null;
    }

    private ConfigSequence? Sequence(ConfigSequence list, PathTable<ValueType>? types, string name)
    {
        var below = types?.Below("[]");
        var items = new List<ConfigNode>(list.Items.Count);
        foreach (var item in list.Items)
        {
            // An empty text or mapping is an item like any other.
            if ((item is ConfigScalar { Text: "" } && below?.Fact is null ? item : Decode(item, below, name) ?? Empty(item)) is { } value)
            {
                items.Add(value);
            }
        }

        return items.Count > 0 ? new ConfigSequence(list.Place, items) : null;
    }

    private static ConfigMapping? Empty(ConfigNode item) => item is ConfigMapping mapping ? new ConfigMapping(mapping.Place, []) : null;

    private ConfigScalar? Scalar(ConfigScalar scalar, ValueType? type, string name)
    {
        if (scalar.Value is DateTime && type is ValueType.Bytes)
        {
            return null;
        }

        if (scalar.Value is DateTime && type is not ValueType.Anything)
        {
            context.Invalid(scalar.Place, $"'{name}' takes text; '{scalar.Display}' reads as a date. Put it in quotes.");
            return null;
        }

        if (scalar.IsNull)
        {
            return null;
        }

        return type switch
        {
            null or ValueType.Text => scalar.Value switch
            {
                string { Length: 0 } or false => null,
                double number when type == ValueType.Text && name == "group_add" => Refuse(scalar, $"'{name}' takes names or whole numbers, not {GoNumber.FormatFloat(number)}."),
                string or bool => scalar,
                _ when type == ValueType.Text => With(scalar, ScalarText.Of(scalar)),
                long and 0 or 0.0 => null,
                _ => scalar,
            },
            ValueType.KeptText => With(scalar, ScalarText.Of(scalar)),
            ValueType.Flag or ValueType.KeptFlag => Flag(scalar, type.Value, name),
            ValueType.Integer or ValueType.KeptInteger => Integer(scalar, type.Value, name),
            ValueType.Unsigned => Unsigned(scalar, name),
            ValueType.Number => Number(scalar, name),
            ValueType.Cpus => Value(scalar, CpuCount.Parse(ScalarText.Of(scalar)), cpus => cpus == 0 ? null : cpus),
            ValueType.Bytes => Bytes(scalar),
            ValueType.Duration => scalar.Text is { } text ? Value(scalar, Duration.Parse(text, context.Request.Target), nanoseconds => Duration.Format(nanoseconds)) : null,
            ValueType.FileMode => FileMode(scalar),
            ValueType.DeviceCount => scalar.Text is { } count ? Value(scalar, DeviceCount.Parse(count), number => number) : scalar,
            _ => scalar,
        };
    }

    private ConfigScalar? Flag(ConfigScalar scalar, ValueType type, string name)
    {
        var value = scalar.Value is string text ? Booleans.Parse(text) : scalar.Value;
        if (value is not bool flag)
        {
            return scalar.Value is string ? Refuse(scalar, $"'{name}' takes true or false, not '{scalar.Display}'.") : null;
        }

        return flag || type == ValueType.KeptFlag ? With(scalar, flag) : null;
    }

    private ConfigScalar? Integer(ConfigScalar scalar, ValueType type, string name)
    {
        if (name is "parallelism" or "max_attempts" or "max_replicas_per_node" or "retries" && (scalar.Value is long and < 0 || scalar.Text is ['-', not '0', ..]))
        {
            return Refuse(scalar, $"'{name}' takes a whole number from 0, not '{scalar.Display}'.");
        }

        switch (scalar.Value)
        {
            case string text when !GoNumber.TryParseInt(text, 10, out var number):
                return Refuse(scalar, $"'{name}' takes a whole number, not '{text}'.");
            case string text:
                GoNumber.TryParseInt(text, 10, out var read);
                return read == 0 && type == ValueType.Integer ? null : With(scalar, read);
            case double number:
                return number == 0 && type == ValueType.Integer ? null : With(scalar, (long)number);
            default:
                return scalar.Value is 0L && type == ValueType.Integer ? null : scalar;
        }
    }

    private ConfigScalar? Unsigned(ConfigScalar scalar, string name) => scalar.Value switch
    {
        long number and >= 0 => number == 0 ? null : scalar,
        ulong => scalar,
        double number and >= 0 => With(scalar, (long)number),
        _ => Refuse(scalar, $"'{name}' takes a whole number from 0 without quotes, not '{scalar.Display}'."),
    };

    private ConfigScalar? Number(ConfigScalar scalar, string name)
    {
        switch (scalar.Value)
        {
            case string text when GoNumber.TryParseFloat(text, out var number):
                return number == 0 ? null : With(scalar, Simple(number));
            case string text:
                return Refuse(scalar, $"'{name}' takes a number, not '{text}'.");
            case double number:
                return number == 0 ? null : With(scalar, Simple(number));
            default:
                return scalar.Value is 0L ? null : scalar;
        }
    }

    private static object Simple(double number) => number == Math.Floor(number) && Math.Abs(number) < 1e15 ? (long)number : number;

    // A number that is not whole is dropped without a word.
    private ConfigScalar? Bytes(ConfigScalar scalar) => scalar.Value switch
    {
        string text => Value(scalar, ByteSize.Parse(text, context.Request.Target), size => size == 0 ? null : size.ToString(CultureInfo.InvariantCulture)),
        long number => number == 0 ? null : With(scalar, number.ToString(CultureInfo.InvariantCulture)),
        ulong number => With(scalar, number.ToString(CultureInfo.InvariantCulture)),
        double number when context.IsLatest && number == Math.Floor(number) && Math.Abs(number) < long.MaxValue => null,
        _ => null,
    };

    private ConfigScalar? FileMode(ConfigScalar scalar)
    {
        string Octal(long bits) => "0" + Convert.ToString(bits, 8);
        if (!context.IsLatest && (scalar.Value is long and < 0 || scalar.Text is ['-', ..]))
        {
            return Refuse(scalar, $"'mode' takes permission bits such as 0440, not '{scalar.Display}'.");
        }

        return scalar.Value switch
        {
            string text => Value(scalar, FilePermissions.Parse(text, context.Request.Target), bits => Octal(bits)),
            long bits => With(scalar, Octal(bits)),
            double number when context.IsLatest => Refuse(scalar, $"'mode' takes permission bits such as \"0440\", not {GoNumber.FormatFloat(number)}."),
            double number => With(scalar, Octal((long)number)),
            _ => scalar,
        };
    }

    private static ConfigSequence? Texts(ConfigNode node)
    {
        List<ConfigNode> items = node switch
        {
            ConfigScalar { Text: { Length: > 0 } } => [node],
            ConfigSequence list => [.. list.Items.OfType<ConfigScalar>().Where(item => item.Value is not (null or "")).Select(item => With(item, ScalarText.Of(item)))],
            _ => [],
        };
        return items.Count > 0 ? new ConfigSequence(node.Place, items) : null;
    }

    private static ConfigMapping? KeyValueMapping(ConfigNode node, NullValue nullIsEmpty) => KeyValues.AsMapping(node) is ConfigMapping { Entries.Count: > 0 } mapping
        ? new ConfigMapping(mapping.Place, mapping.Entries.Where(entry => entry.Value is ConfigScalar).Select(entry => entry with
        {
            Value = entry.Value is ConfigScalar scalar && (!scalar.IsNull || nullIsEmpty == NullValue.Empty) ? With(scalar, ScalarText.Of(scalar)) : entry.Value,
        }))
        : null;

    private ConfigMapping? Environment(ConfigNode node, string name)
    {
        if (context.IsLatest && node is ConfigSequence list)
        {
            foreach (var item in list.Items)
            {
                if (item is ConfigScalar { Text: { } text } scalar && text.IndexOf('=', StringComparison.Ordinal) is var at and > 0 && text[at - 1] == ' ')
                {
                    context.Invalid(scalar.PlaceOf(new TextSpan(0, at)), $"Variable '{text[..at].TrimEnd()}' of '{name}' has a space before '='. Remove it.");
                }
            }
        }

        return KeyValueMapping(node, NullValue.Kept);
    }

    private ConfigNode? Command(ConfigNode node, string name)
    {
        if (node is not ConfigScalar { Text: { } text } line)
        {
            return node is ConfigSequence ? node : null;
        }

        var words = ShellWords.Split(text);
        if (words.IsValid)
        {
            return new ConfigSequence(line.Place, words.Value.Words.Select(word => new ConfigScalar(line.Place, word)));
        }

        context.Invalid(line.PlaceOf(words.Error.Span), words.Error.Message);
        return null;
    }

    private ConfigSequence? Hosts(ConfigNode node)
    {
        var hosts = new SortedDictionary<string, List<ConfigScalar>>(StringComparer.Ordinal);
        void Add(string host, string address, ConfigScalar scalar)
        {
            if (!hosts.TryGetValue(host, out var known))
            {
                hosts[host] = known = [];
            }

            known.Add(new ConfigScalar(scalar.Place, $"{host}={address}"));
        }

        if (node is ConfigMapping mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                if (ExtraHost.CheckName(entry.Key) is { } error)
                {
                    context.Invalid(entry.KeyPlace, error.Message);
                    continue;
                }

                if (entry.Key.StartsWith("x-", StringComparison.Ordinal))
                {
                    context.Invalid(entry.KeyPlace, $"Compose takes '{entry.Key}' for an extension, which 'extra_hosts' does not have. Use the list form: \"{entry.Key}=IP\".");
                    continue;
                }

                foreach (var address in entry.Value is ConfigSequence list ? list.Items : [entry.Value])
                {
                    if (address is ConfigScalar { Text: { } text } scalar)
                    {
                        Add(entry.Key, ExtraHost.Address(text), scalar);
                    }
                }
            }
        }

        foreach (var item in node is ConfigSequence items ? items.Items : [])
        {
            if (item is not ConfigScalar { Text: { } text } scalar)
            {
                continue;
            }

            var host = ExtraHost.Parse(text);
            if (!host.IsValid)
            {
                context.Invalid(scalar.PlaceOf(host.Error.Span), host.Error.Message);
                continue;
            }

            foreach (var address in host.Value.Addresses)
            {
                Add(host.Value.Host, address, scalar);
            }
        }

        return hosts.Count > 0 ? new ConfigSequence(node.Place, hosts.Values.SelectMany(addresses => addresses)) : null;
    }

    private static ConfigSequence? SshKeys(ConfigNode node) => node is ConfigMapping { Entries.Count: > 0 } keys
        ? new ConfigSequence(node.Place, keys.Entries.OrderBy(key => key.Key == "default").ThenBy(key => key.Key, StringComparer.Ordinal)
            .Select(key => new ConfigScalar(key.KeyPlace, key.Value is ConfigScalar { Text: { Length: > 0 } path } ? $"{key.Key}: {path}" : key.Key)))
        : null;

    private static ConfigNode? NotEmpty(ConfigNode node) => node is ConfigSequence { Items.Count: > 0 } ? node : null;

    private ConfigScalar? Value<T>(ConfigScalar scalar, Parsed<T> parsed, Func<T, object?> convert)
        where T : notnull
    {
        if (!parsed.IsValid)
        {
            context.Invalid(scalar.PlaceOf(parsed.Error.Span), parsed.Error.Message);
            return null;
        }

        return convert(parsed.Value) is { } value ? With(scalar, value) : null;
    }

    private ConfigScalar? Refuse(ConfigScalar scalar, string message)
    {
        context.Invalid(scalar.PlaceOf(new TextSpan(0, scalar.Text?.Length ?? 0)), message);
        return null;
    }

    private static ConfigScalar With(ConfigScalar scalar, object value) => new(scalar.Place, value) { Origin = value is string text && text == scalar.Text ? scalar.Origin : null };

    private enum NullValue
    {
        Kept,
        Empty,
    }
}
