using System.Globalization;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Schema;

/// <summary>Says in the words of Compose files what the schema does not allow.</summary>
internal static class SchemaWords
{
    /// <summary>The rule of wrong values.</summary>
    public const string InvalidValue = "invalid-value";

    /// <summary>The rule of keys that are not known where they stand.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>For a number JSON cannot write.</summary>
    public const string NotFinite = "Compose cannot pass on infinity or 'not a number'. Write a finite number, or put it in quotes to make it text.";

    /// <summary>A mapping in the words of a sentence: <c>a service</c>, <c>'healthcheck'</c>.</summary>
    public static string NounOf(SchemaNode mapping, in Spot spot) => mapping.Definition switch
    {
        "service" => "a service",
        "dependency" => "a dependency",
        "device_mapping" => "a device",
        "device_request" => "a device request",
        "hook" => "a hook",
        "init_container" => "an init container",
        "model_binding" => "a model of a service",
        "network_attachment" => "a network of a service",
        "port" => "a port",
        "mount" => "a mount",
        "network" => "a network",
        "volume" => "a volume",
        "config" => "a config",
        "secret" => "a secret",
        "model" => "a model",
        "watch_rule" => "a watch rule",
        _ => spot.Kind switch
        {
            SpotKind.Root => "a Compose file",
            SpotKind.Item => $"an item of '{spot.Key}'",
            _ => $"'{spot.Key}'",
        },
    };

    /// <summary>A value that has a type which cannot stand there.</summary>
    public static string WrongType(ConfigNode value, SchemaNode schema, in Spot spot)
    {
        if (value is ConfigScalar { Value: double number } && !double.IsFinite(number))
        {
            return NotFinite;
        }

        var isEmpty = value is ConfigScalar { IsNull: true };
        if (schema.Forms is { } forms)
        {
            return $"{Subject(spot)} {(isEmpty ? "is empty" : "cannot be " + KindOf(value))}. Give it {LowerFirst(forms)}";
        }

        var accepted = Accepted(schema);
        if (isEmpty)
        {
            return $"{Subject(spot)} is empty. Give it {accepted}, or remove it.";
        }

        return $"{Subject(spot)} takes {accepted}, not {KindOf(value)}.{Advice(value, schema)}";
    }

    /// <summary>A type the schema knows and Compose still refuses.</summary>
    public static string Refused(ConfigScalar value, SchemaNode schema, string type, in Spot spot) =>
        $"{Subject(spot)} cannot be {(value.IsNull ? "empty" : KindOf(value))}. {schema.Refused.GetValueOrDefault(type, "").Replace('`', '\'')}".TrimEnd();

    /// <summary>A text that is none of those there are, and the fix to the one that was probably meant.</summary>
    public static (string Message, Fix? Fix) NotInEnum(ConfigScalar value, SchemaNode schema, in Spot spot) => NotAmong(value, schema.Enum, $"{Subject(spot)} takes {Alternatives(schema.Enum)}", spot);

    /// <summary>A text that does not have the form it has to have, and the fix to the one that was probably meant.</summary>
    public static (string Message, Fix? Fix) NotInPattern(ConfigScalar value, SchemaNode schema, in Spot spot)
    {
        if (schema.Values.Count > 0)
        {
            var known = schema.Values.Select(hint => hint.Text).ToList();
            return NotAmong(value, known, $"{Subject(spot)} takes {Alternatives(known)}", spot);
        }

        return spot.Key == "container_name"
            ? ($"{Subject(spot)} needs a letter or digit followed by letters, digits, '_', '.' or '-', two characters at least; {Shown(value)} has none such.", null)
            : ($"{Subject(spot)} has to match '{schema.Pattern}'; {Shown(value)} does not.", null);
    }

    /// <summary>A number that is too low or too high.</summary>
    public static string OutOfBounds(ConfigScalar value, SchemaNode schema, in Spot spot)
    {
        var bounds = (schema.Minimum, schema.Maximum) switch
        {
            ({ } low, { } high) => $"from {Text(low)} to {Text(high)}",
            ({ } low, null) => $"of at least {Text(low)}",
            (_, var high) => $"of at most {Text(high ?? 0)}",
        };
        return $"{Subject(spot)} takes a number {bounds}, not {value.Display}.";
    }

    /// <summary>An item that stands twice.</summary>
    public static string Repeated(ConfigScalar item, in Spot spot) => $"'{item.Display}' stands twice in '{spot.Key}'. Remove one of them.";

    /// <summary>Keys a mapping lacks.</summary>
    public static string Missing(ConfigMapping mapping, SchemaNode schema, in Spot spot)
    {
        var missing = schema.Required.Where(key => mapping.Get(key) is null).ToList();
        var noun = NounOf(schema, spot);
        var owner = spot.Kind == SpotKind.Named && !noun.StartsWith('\'') ? $"{noun[(noun.IndexOf(' ') + 1)..]} '{spot.Key}'" : noun;
        var message = $"{Sentence.List(missing.Select(key => $"'{key}'"))} of {owner} {(missing.Count == 1 ? "is" : "are")} missing.";
        return missing.Count == 1 && schema.TryGetProperty(missing[0], out var property) && property.Enum.Count > 0
            ? $"{message} It takes {Alternatives(property.Enum)}."
            : $"{message} Add {(missing.Count == 1 ? "it" : "them")}.";
    }

    /// <summary>The fix for a value of a wrong type, null when there is none.</summary>
    public static Fix? TypeFix(ConfigNode value, SchemaNode schema)
    {
        var span = value.Place.Span;
        if (span.IsEmpty)
        {
            return null;
        }

        if (IsSeconds(value, schema) && value is ConfigScalar seconds)
        {
            return QuickFix($"Change '{seconds.Display}' to '{seconds.Display}s'", [new TextEdit(new TextSpan(span.End, span.End), "s")]);
        }

        // Quotes make text of it.
        return CanBeQuoted(value, schema)
            ? QuickFix("Put the value in quotes", [new TextEdit(new TextSpan(span.Start, span.Start), "\""), new TextEdit(new TextSpan(span.End, span.End), "\"")])
            : null;

        Fix QuickFix(string title, IReadOnlyList<TextEdit> edits) =>
            new(title, FixKind.QuickFix, () => [.. edits.Select(edit => new FileEdit(value.Place.Path, edit))]) { IsSafe = false, IsPreferred = true };
    }

    /// <summary>The fix that puts another name in the place of one, inside its quotes; null where the place is not just the name.</summary>
    public static Fix? RenameFix(SourcePlace place, string from, string to)
    {
        var quotes = place.Span.Length - from.Length;
        if (quotes is not (0 or 2))
        {
            return null;
        }

        var span = new TextSpan(place.Span.Start + quotes / 2, place.Span.End - quotes / 2);
        return new Fix($"Change '{from}' to '{to}'", FixKind.QuickFix, () => [new FileEdit(place.Path, new TextEdit(span, to))]) { IsSafe = false, IsPreferred = true };
    }

    /// <summary>Joins as 'a', 'a' or 'b', 'a', 'b' or 'c'.</summary>
    public static string Alternatives(IReadOnlyList<string> texts)
    {
        var quoted = texts.Select(text => $"'{text}'").ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted.Take(quoted.Count - 1))} or {quoted[^1]}";
    }

    private static (string Message, Fix? Fix) NotAmong(ConfigScalar value, IReadOnlyList<string> known, string start, in Spot spot)
    {
        var text = value.Text ?? value.Display;
        var nearest = Spelling.Nearest(text, known);
        return nearest is null
            ? ($"{start}, not {Shown(value)}.", null)
            : ($"{start}, not {Shown(value)}. Did you mean '{nearest}'?", RenameFix(value.PlaceOf(new TextSpan(0, text.Length)), text, nearest));
    }

    private static string Subject(in Spot spot) => spot.Kind switch
    {
        SpotKind.Root => "A Compose file",
        SpotKind.Item => $"An item of '{spot.Key}'",
        SpotKind.Named when spot.Defines is { Length: > 0 } kind => $"{char.ToUpperInvariant(kind[0])}{kind[1..]} '{spot.Key}'",
        SpotKind.Named => $"'{spot.Key}' of '{spot.Owner}'",
        _ => $"'{spot.Key}'",
    };

    private static string KindOf(ConfigNode value) => value switch
    {
        ConfigScalar { Value: bool } scalar => scalar.Display,
        ConfigScalar { Value: long or ulong or double } scalar => $"the number {scalar.Display}",
        ConfigScalar { Value: DateTime } scalar => $"the date {scalar.Display}",
        ConfigScalar { IsNull: true } => "empty",
        _ => value.KindName,
    };

    private static string Accepted(SchemaNode schema)
    {
        switch (schema.Syntax)
        {
            case "duration":
                return "a duration such as '1m30s'";
            case "bytes":
                return "a size such as '512m'";
            case "device-count":
                return "a whole number or 'all'";
            case "restart-policy":
                return Alternatives([.. schema.Values.Select(hint => hint.Text)]);
        }

        if (schema.Enum.Count > 0)
        {
            return Alternatives(schema.Enum);
        }

        var types = schema.AllTypes & ~schema.RefusedTypes;
        types = schema.Cast switch
        {
            null => types,
            "integer" => (types & ~(SchemaTypes.String | SchemaTypes.Number)) | SchemaTypes.Integer,
            _ => types & ~SchemaTypes.String,
        };
        var words = new List<string>();
        Add(SchemaTypes.Object, schema.Required.Count > 0 ? $"a mapping with {Sentence.List(schema.Required.Select(key => $"'{key}'"))}" : "a mapping");
        Add(SchemaTypes.Array, "a list");
        Add(SchemaTypes.String, "text");
        Add(SchemaTypes.Integer | SchemaTypes.Number, (types & SchemaTypes.Number) == 0 || (schema.RefusedTypes & SchemaTypes.Fraction) != 0 ? "a whole number" : "a number");
        Add(SchemaTypes.Boolean, words.Count == 0 ? "true or false" : "a boolean");
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";

        void Add(SchemaTypes type, string word)
        {
            if ((types & type) != 0)
            {
                words.Add(word);
            }
        }
    }

    private static string Advice(ConfigNode value, SchemaNode schema)
    {
        if (IsSeconds(value, schema) && value is ConfigScalar seconds)
        {
            return $" Write '{seconds.Display}s' for seconds.";
        }

        if (CanBeQuoted(value, schema))
        {
            return " Put it in quotes.";
        }

        var types = schema.AllTypes;
        if (value is ConfigScalar { Text: { } text } && (types & SchemaTypes.String) == 0
            && (((types & SchemaTypes.Boolean) != 0 && text is "true" or "false") || ((types & SchemaTypes.Integer) != 0 && long.TryParse(text, CultureInfo.InvariantCulture, out _))))
        {
            return " Remove the quotes.";
        }

        return value is not ConfigSequence && types == SchemaTypes.Array ? " Put a '-' before each item."
            : value is ConfigSequence && types == SchemaTypes.Object ? " Remove the '-' before its keys."
            : "";
    }

    private static bool IsSeconds(ConfigNode value, SchemaNode schema) => schema.Syntax == "duration" && value is ConfigScalar { Value: long and >= 0 };

    // Quotes help where any text will do, and where digits are among the texts that will.
    private static bool CanBeQuoted(ConfigNode value, SchemaNode schema) =>
        value is ConfigScalar { Value: bool or long or ulong or double or DateTime } scalar
        && (schema.AllTypes & SchemaTypes.String) != 0 && schema.Cast is null && schema.Enum.Count == 0 && schema.OneOf.Count == 0
        && schema.Syntax switch
        {
            "bytes" => scalar.Value is long or ulong,
            "duration" or "device-count" or "restart-policy" or "ip-address" or "cidr" or "mac-address" => false,
            _ => true,
        };

    private static string Shown(ConfigScalar value) => $"'{value.Display}'";

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string LowerFirst(string text)
    {
        var quoted = text.Replace('`', '\'');
        return char.ToLowerInvariant(quoted[0]) + quoted[1..];
    }
}
