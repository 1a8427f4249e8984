using System.Text;
using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Reads a YAML document as values: aliases followed, merge keys applied, variables filled in, text turned into numbers and booleans where Compose does.</summary>
internal sealed class DocumentReader
{
    private const int MaxDepth = 200;

    private readonly LoadContext context;
    private readonly ComposeFile file;
    private readonly Variables variables;
    private readonly List<PathReset> resets = [];
    private readonly List<string> path = [];
    private readonly HashSet<object> open = new(ReferenceEqualityComparer.Instance);
    private bool isTooLarge;
    private int room = Template.MaximumGrowth;

    private DocumentReader(LoadContext context, ComposeFile file, Variables variables)
    {
        this.context = context;
        this.file = file;
        this.variables = variables;
    }

    /// <summary>Reads a document's root; null (with the reason reported) when it is no mapping.</summary>
    public static ReadDocument? Read(LoadContext context, ComposeFile file, YamlNode root, Variables variables)
    {
        var reader = new DocumentReader(context, file, variables);
        context.StartDocument();
        var node = reader.Convert(root, root.FullSpan, context.IsLatest ? CastTable.Latest : CastTable.Compose226, "");
        return node is ConfigMapping mapping ? new ReadDocument(mapping, reader.resets) : null;
    }

    private ConfigNode Convert(YamlNode node, TextSpan whereMissing, PathTable<ScalarType>? casts, string tag)
    {
        var place = Place(node.IsMissing ? whereMissing : node.Span);
        if (!context.CountNode() || path.Count > MaxDepth)
        {
            ReportTooLarge(place);
            return new ConfigUnknown(place);
        }

        if (node.IsAlias)
        {
            return ConvertAlias(node, place, casts, tag);
        }

        return node.Kind switch
        {
            YamlKind.Mapping => ConvertMapping(node, place, casts),
            YamlKind.Sequence => ConvertSequence(node, place, casts),
            _ => ConvertScalar(node, place, casts, tag.Length > 0 ? tag : node.Tag),
        };
    }

    private ConfigNode ConvertAlias(YamlNode alias, SourcePlace place, PathTable<ScalarType>? casts, string tag)
    {
        // Unknown anchors and aliases within their own anchor are told by a rule of their own.
        var target = file.Model.Resolve(alias);
        if (target.IsAlias || !open.Add(target.Identity))
        {
            return new ConfigUnknown(place);
        }

        var value = Convert(target, place.Span, casts, tag);
        open.Remove(target.Identity);
        return value;
    }

    private ConfigMapping ConvertMapping(YamlNode node, SourcePlace place, PathTable<ScalarType>? casts)
    {
        var entries = new List<ConfigEntry>(node.Entries.Count);
        HashSet<string>? names = node.Entries.Count > 8 || node.TryGetEntry("<<", out _) ? new(StringComparer.Ordinal) : null;
        foreach (var entry in node.Entries)
        {
            if (IsMerge(entry) || !IsTextKey(entry))
            {
                continue;
            }

            var name = KeyText(entry.Key);
            path.Add(name);
            var isDuplicate = names is null ? entries.Any(known => known.Key == name) : !names.Add(name);
            if (!isDuplicate && !IsTakenOut(entry))
            {
                entries.Add(new ConfigEntry(name, Place(entry.Key.Span), Convert(entry.Value, entry.Key.Span, casts?.Below(name), OverrideTag(entry.Value))));
            }

            path.RemoveAt(path.Count - 1);
        }

        foreach (var entry in node.Entries)
        {
            if (IsMerge(entry) && names is not null)
            {
                Merge(entry.Value, names, entries, casts);
            }
        }

        return new ConfigMapping(place, entries);
    }

    // !reset takes the key out, here and in what was merged before; !override only there.
    private bool IsTakenOut(YamlEntry entry)
    {
        if (entry.Value.Tag is "!reset" or "!override")
        {
            resets.Add(new PathReset([.. path]));
        }

        return entry.Value.Tag == "!reset";
    }

    private static string OverrideTag(YamlNode value) => value.Tag == "!override" ? "!override" : "";

    private void Merge(YamlNode value, HashSet<string> names, List<ConfigEntry> entries, PathTable<ScalarType>? casts)
    {
        var source = file.Model.Resolve(value);
        if (source.IsSequence)
        {
            foreach (var item in source.Items)
            {
                Merge(item.Value, names, entries, casts);
            }
        }
        else if (source.IsMapping && open.Add(source.Identity))
        {
            if (Convert(source, source.Span, casts, "") is ConfigMapping merged)
            {
                entries.AddRange(merged.Entries.Where(entry => names.Add(entry.Key)));
            }

            open.Remove(source.Identity);
        }
    }

    private static bool IsMerge(YamlEntry entry) => entry.Key is { IsScalar: true, Style: ScalarStyle.Plain, Value: "<<" };

    private bool IsTextKey(YamlEntry entry)
    {
        var key = entry.Key.IsAlias ? file.Model.Resolve(entry.Key) : entry.Key;
        if (!key.IsScalar)
        {
            if (!key.IsAlias)
            {
                context.Invalid(Place(key.Span), "A key must be text; this one is a list or a mapping. Write a word, or put it in quotes.");
            }

            return false;
        }

        if (key.Style == ScalarStyle.Plain && key.Tag is null && CoreSchema.Resolve(key.Value) is not string and var typed && (file.Tree.Errors.Count == 0 || !key.IsMissing))
        {
            var kind = new ConfigScalar(default, typed).KindName;
            context.Invalid(Place(entry.Key.Span.IsEmpty ? entry.Span : entry.Key.Span), key.IsMissing
                ? "The key before the colon is missing. Write a name."
                : $"Key '{key.Value}' reads as {kind}; keys must be text. Put it in quotes: \"{key.Value}\".");
            return false;
        }

        return true;
    }

    private string KeyText(YamlNode key) => key.IsAlias ? file.Model.Resolve(key).Value : key.Value;

    private ConfigSequence ConvertSequence(YamlNode node, SourcePlace place, PathTable<ScalarType>? casts)
    {
        var items = new List<ConfigNode>(node.Items.Count);
        var below = casts?.Below("[]");
        path.Add("[]");
        foreach (var item in node.Items)
        {
            if (item.Value.Tag != "!reset")
            {
                items.Add(Convert(item.Value, item.Value.FullSpan, below, OverrideTag(item.Value)));
            }
        }

        path.RemoveAt(path.Count - 1);
        return new ConfigSequence(place, items);
    }

    private ConfigNode ConvertScalar(YamlNode node, SourcePlace place, PathTable<ScalarType>? casts, string? tag)
    {
        var typed = tag switch
        {
            null or "!override" => node.Style == ScalarStyle.Plain ? CoreSchema.Resolve(node.Value) : node.Value,
            "!!binary" => TryDecode(node.Value),
            "!!null" => null,
            "!!int" or "!!float" or "!!bool" or "!!timestamp" => Tagged(node, tag),
            _ => node.Value,
        };
        if (typed is null && tag is "!!int" or "!!float" or "!!bool" or "!!binary" or "!!timestamp" && node.Value.Length > 0)
        {
            context.Invalid(place, $"'{node.Value}' cannot be read as {tag}. Write a matching value or remove the tag.");
            return new ConfigUnknown(place);
        }

        if (typed is not string text)
        {
            return new ConfigScalar(place, typed);
        }

        TextOrigin origin = new ScalarOrigin(node, file.Text);
        if (text.Contains('$'))
        {
            var result = Template.Substitute(text, variables.Get, context.IsLatest ? TemplateMode.Lazy : TemplateMode.Eager, ref room);
            var isUnset = result.Variables.Any(variable => variable.Kind is VariableUseKind.Unset or VariableUseKind.MissingRequired);
            if (isUnset && context.HasUnreadVariables)
            {
                return new ConfigUnknown(place);
            }

            Report(result, origin);
            if (result.Problems.Count > 0 || (isUnset && !context.Request.RunsHere))
            {
                return new ConfigUnknown(place);
            }

            text = result.Value;
            origin = new TemplateOrigin(result, origin);
        }

        return casts?.Fact is { } type ? Cast(new ConfigScalar(place, text) { Origin = origin }, type) : new ConfigScalar(place, text) { Origin = origin };
    }

    private static object? Tagged(YamlNode node, string tag) => (tag, CoreSchema.Resolve(node.Value)) switch
    {
        ("!!int", long or ulong) and (_, var integer) => integer,
        ("!!float", long whole) => (double)whole,
        ("!!float", double number) => number,
        ("!!bool", bool flag) => flag,
        ("!!timestamp", DateTime date) => date,
        _ => null,
    };

    private static string? TryDecode(string text)
    {
        var buffer = new byte[text.Length];
        return System.Convert.TryFromBase64String(text, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : null;
    }

    private ConfigNode Cast(ConfigScalar scalar, ScalarType type)
    {
        var text = scalar.Text ?? "";
        object? value = type switch
        {
            ScalarType.Boolean => Booleans.Parse(text),
            ScalarType.Integer => GoNumber.TryAtoi(text, out var integer) ? integer : null,
            _ => GoNumber.TryParseFloat(text, out var number) ? number : null,
        };
        if (value is not null)
        {
            return new ConfigScalar(scalar.Place, value);
        }

        var expected = type switch { ScalarType.Boolean => "true or false", ScalarType.Integer => "a whole number", _ => "a number" };
        var name = path.Count > 0 && path[^1] != "[]" ? path[^1] : path.Count > 1 ? path[^2] : "value";
        context.Invalid(scalar.PlaceOf(new TextSpan(0, text.Length)), text.Length == 0 ? $"'{name}' is empty after its variables are filled in; it takes {expected}." : $"'{name}' takes {expected}, not '{text}'.");
        return new ConfigUnknown(scalar.Place);
    }

    private void Report(TemplateResult result, TextOrigin origin)
    {
        foreach (var problem in result.Problems)
        {
            if (problem.Kind == TemplateProblemKind.MissingRequired)
            {
                var reason = problem.Detail.Length > 0 ? $": {problem.Detail}" : "";
                context.Problems.Add(new Problem("unset-variable", Place(origin.ToSource(result.Variables.FirstOrDefault(variable => variable.ReferenceSpan == problem.Span)?.NameSpan ?? problem.Span)), $"Variable '{problem.Variable}' must be set{reason}. Set it in the shell or in '.env'.") { Severity = Severity.Error });
            }
            else if (problem.Kind == TemplateProblemKind.TooLong)
            {
                context.Problems.Add("invalid-interpolation", Place(origin.ToSource(problem.Span)), $"The value of '{problem.Variable}' is too long to be used here. Use it less often.");
            }
            else
            {
                context.Problems.Add(
                    "invalid-interpolation",
                    Place(origin.ToSource(problem.Span)),
                    "This is not a variable reference Compose understands. Write ${NAME}, ${NAME:-default}, ${NAME:?message} or ${NAME:+replacement}; a '$' of its own is written '$$'.");
            }
        }

        foreach (var variable in result.Variables)
        {
            if (variable.Kind == VariableUseKind.Unset)
            {
                context.Problems.Add(new Problem("unset-variable", Place(origin.ToSource(variable.NameSpan)), $"Variable '{variable.Name}' is not set, so nothing is put in its place. Set it in the shell or in '.env', or give a default: ${{{variable.Name}:-default}}."));
            }
        }
    }

    private void ReportTooLarge(SourcePlace place)
    {
        if (!isTooLarge)
        {
            isTooLarge = true;
            context.Invalid(place, path.Count > MaxDepth
                ? "The file is nested too deeply from here on. Flatten it."
                : "With its aliases followed the file has more than 100,000 values, which Compose refuses. Use fewer or smaller aliases.");
        }
    }

    private SourcePlace Place(TextSpan span) => new(file.Path, span);
}
