using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Schema;

/// <summary>
/// Judges a model by the schema: filled in and cast, files merged, repeated items dropped, without <c>include</c> and <c>extends</c>, short syntaxes as
/// written. Finds a problem exactly where Compose's schema (or what it does with the types right after) refuses the file.
/// </summary>
internal sealed class SchemaValidator
{
    // Below this many items comparing each with each is faster than a set.
    private const int FewItems = 16;

    // Aliases can make a small text a huge model.
    private const int MaximumFreeNodes = 200_000;

    private readonly ProblemList problems;
    private readonly KeyAdvice advice;
    private int freeNodes;

    private SchemaValidator(ComposeSchema schema, ProblemList problems)
    {
        this.problems = problems;
        advice = new KeyAdvice(schema);
    }

    /// <summary>Adds what is wrong with a model, as problems of <c>unknown-key</c> and <c>invalid-value</c>.</summary>
    public static void Validate(ConfigMapping model, ComposeTarget target, ProblemList problems)
    {
        var schema = ComposeSchema.For(target);
        new SchemaValidator(schema, problems).Judge(model, schema.Root, Spot.Root);
    }

    private void Judge(ConfigNode value, SchemaNode schema, in Spot spot)
    {
        var type = TypeOf(value);
        if (type == SchemaTypes.None)
        {
            // A value nobody knows yet; what it should have been is told where it went wrong.
            return;
        }

        if (schema.Branch(type) is not { } branch)
        {
            // A date is text to the schema; what Compose does with it is decided below.
            Report(SchemaWords.WrongType(value, schema, spot), value, spot, SchemaWords.TypeFix(value, schema));
            return;
        }

        switch (value)
        {
            case ConfigMapping mapping:
                JudgeMapping(mapping, branch, spot);
                break;
            case ConfigSequence sequence:
                JudgeSequence(sequence, branch, schema, spot);
                break;
            case ConfigScalar scalar:
                JudgeScalar(scalar, branch, schema, spot);
                break;
        }
    }

    private void JudgeMapping(ConfigMapping mapping, SchemaNode schema, in Spot spot)
    {
        var entries = mapping.Entries;
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            if (schema.TryGetProperty(entry.Key, out var property))
            {
                Judge(entry.Value, property, spot.Property(entry));
            }
            else if (PatternOf(entry.Key, schema) is { } pattern)
            {
                Judge(entry.Value, pattern, spot.Named(entry, schema));
            }
            else if (schema.AllowsOtherKeys)
            {
                JudgeFree(entry.Value, entry.KeyPlace);
            }
            else
            {
                problems.Add(advice.UnknownKey(entry, mapping, schema, spot));
            }
        }

        var required = schema.Required;
        for (var index = 0; index < required.Count; index++)
        {
            if (mapping.Get(required[index]) is null)
            {
                problems.Add(new Problem(SchemaWords.InvalidValue, spot.KeyPlace ?? mapping.Place, SchemaWords.Missing(mapping, schema, spot)) { IsAboutMissing = true });
                break;
            }
        }
    }

    private static SchemaNode? PatternOf(string key, SchemaNode schema)
    {
        var patterns = schema.Patterns;
        for (var index = 0; index < patterns.Count; index++)
        {
            if (patterns[index].Keys.Matches(key))
            {
                return patterns[index].Value;
            }
        }

        return null;
    }

    private void JudgeSequence(ConfigSequence sequence, SchemaNode branch, SchemaNode schema, in Spot spot)
    {
        var items = sequence.Items;
        if (branch.Items is not { } itemSchema)
        {
            JudgeFree(sequence, sequence.Place);
            return;
        }

        var itemSpot = spot.Item(schema);
        for (var index = 0; index < items.Count; index++)
        {
            Judge(items[index], itemSchema, itemSpot);
        }

        if (branch.UniqueItems && items.Count > 1)
        {
            JudgeRepeats(items, spot);
        }
    }

    // Items of these lists are scalars; a collection among them was reported already.
    private void JudgeRepeats(IReadOnlyList<ConfigNode> items, in Spot spot)
    {
        if (items.Count <= FewItems)
        {
            for (var later = 1; later < items.Count; later++)
            {
                for (var earlier = 0; earlier < later; earlier++)
                {
                    if (items[earlier] is ConfigScalar first && items[later] is ConfigScalar second && Same(first.Value, second.Value))
                    {
                        ReportRepeat(first, second, spot);
                        break;
                    }
                }
            }

            return;
        }

        var seen = new Dictionary<object, ConfigScalar>();
        foreach (var item in items)
        {
            if (item is ConfigScalar { Value: { } value } scalar && !seen.TryAdd(AsJson(value), scalar))
            {
                ReportRepeat(seen[AsJson(value)], scalar, spot);
            }
        }
    }

    private void ReportRepeat(ConfigScalar first, ConfigScalar second, in Spot spot) =>
        problems.Add(new Problem(SchemaWords.InvalidValue, second.Place, SchemaWords.Repeated(second, spot))
        {
            Related = [new RelatedLocation(first.Place.Path, first.Place.Span, $"'{first.Display}' stands here already.")],
        });

    private static bool Same(object? left, object? right) => left is null || right is null ? left is null && right is null : AsJson(left).Equals(AsJson(right));

    // 1 and 1.0 are the same number.
    private static object AsJson(object value) => value switch
    {
        long number => (double)number,
        ulong number => (double)number,
        _ => value,
    };

    private void JudgeScalar(ConfigScalar scalar, SchemaNode branch, SchemaNode schema, in Spot spot)
    {
        switch (scalar.Value)
        {
            case string text:
                if ((branch.RefusedTypes & SchemaTypes.String) != 0)
                {
                    Report(SchemaWords.Refused(scalar, branch, "string", spot), scalar, spot);
                }
                else if (branch.Enum.Count > 0 && !Contains(branch.Enum, text))
                {
                    var (message, fix) = SchemaWords.NotInEnum(scalar, branch, spot);
                    Report(message, scalar, spot, fix);
                }
                else if (branch.Pattern is not null && !branch.MatchesPattern(text))
                {
                    var (message, fix) = SchemaWords.NotInPattern(scalar, branch, spot);
                    Report(message, scalar, spot, fix);
                }

                break;
            case null:
                if ((branch.RefusedTypes & SchemaTypes.Null) != 0)
                {
                    Report(SchemaWords.Refused(scalar, branch, "null", spot), scalar, spot);
                }

                break;
            case double number:
                if (!double.IsFinite(number))
                {
                    Report(SchemaWords.NotFinite, scalar, spot);
                }
                else if ((branch.RefusedTypes & SchemaTypes.Fraction) != 0 && !IsWhole(number))
                {
                    Report(SchemaWords.Refused(scalar, branch, "fraction", spot), scalar, spot);
                }
                else
                {
                    JudgeBounds(number, scalar, branch, spot);
                }

                break;
            case long number:
                JudgeBounds(number, scalar, branch, spot);
                break;
            case ulong number:
                JudgeBounds(number, scalar, branch, spot);
                break;
            case DateTime:
                if (RefusesDates(branch, spot))
                {
                    Report(SchemaWords.WrongType(scalar, schema, spot), scalar, spot, SchemaWords.TypeFix(scalar, schema));
                }

                break;
        }
    }

    private void JudgeBounds(double number, ConfigScalar scalar, SchemaNode schema, in Spot spot)
    {
        if (number < schema.Minimum || number > schema.Maximum)
        {
            Report(SchemaWords.OutOfBounds(scalar, schema, spot), scalar, spot);
        }
    }

    /// <summary>
    /// Compose writes a date out as text where it takes several kinds of scalar (variables, labels, options) and where it makes words of a list;
    /// where only text is meant it refuses it.
    /// </summary>
    private static bool RefusesDates(SchemaNode schema, in Spot spot) =>
        schema.Types != SchemaTypes.None && (schema.Types & SchemaTypes.Number) == 0 && schema.Syntax != "bytes"
        && spot.Kind != SpotKind.Named
        && spot.ListDefinition is not ("command" or "unique_key_values" or "extra_hosts");

    // What Compose keeps as it is still goes through JSON, which has no infinity.
    private void JudgeFree(ConfigNode value, SourcePlace keyPlace)
    {
        if (++freeNodes > MaximumFreeNodes)
        {
            return;
        }

        switch (value)
        {
            case ConfigScalar { Value: double number } scalar when !double.IsFinite(number):
                problems.Add(SchemaWords.InvalidValue, scalar.Place.Span.IsEmpty ? keyPlace : scalar.Place, SchemaWords.NotFinite);
                break;
            case ConfigMapping mapping:
                for (var index = 0; index < mapping.Entries.Count; index++)
                {
                    JudgeFree(mapping.Entries[index].Value, mapping.Entries[index].KeyPlace);
                }

                break;
            case ConfigSequence sequence:
                for (var index = 0; index < sequence.Items.Count; index++)
                {
                    JudgeFree(sequence.Items[index], keyPlace);
                }

                break;
        }
    }

    private void Report(string message, ConfigNode value, in Spot spot, Fix? fix = null) =>
        problems.Add(new Problem(SchemaWords.InvalidValue, PlaceOf(value) is { Span.IsEmpty: false } place ? place : spot.KeyPlace ?? value.Place, message)
        {
            Fixes = fix is null ? null : () => [fix],
        });

    // Of a value that a variable's default brings, the default is to blame.
    private static SourcePlace PlaceOf(ConfigNode value) =>
        value is ConfigScalar { Text: { Length: > 0 } text } scalar ? scalar.PlaceOf(new TextSpan(0, text.Length)) : value.Place;

    private static SchemaTypes TypeOf(ConfigNode value) => value switch
    {
        ConfigMapping => SchemaTypes.Object,
        ConfigSequence => SchemaTypes.Array,
        ConfigScalar scalar => scalar.Value switch
        {
            null => SchemaTypes.Null,
            bool => SchemaTypes.Boolean,
            long or ulong => SchemaTypes.Integer | SchemaTypes.Number,
            double number => IsWhole(number) ? SchemaTypes.Integer | SchemaTypes.Number : SchemaTypes.Number,
            _ => SchemaTypes.String,
        },
        _ => SchemaTypes.None,
    };

    private static bool IsWhole(double number) => double.IsInteger(number);

    private static bool Contains(IReadOnlyList<string> texts, string text)
    {
        for (var index = 0; index < texts.Count; index++)
        {
            if (texts[index] == text)
            {
                return true;
            }
        }

        return false;
    }
}
