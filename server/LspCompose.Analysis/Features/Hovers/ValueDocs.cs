using LspCompose.Analysis.Places;
using LspCompose.Analysis.Schema;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>What the schema says about the value of a scalar: its grammar, and what known values do.</summary>
internal static class ValueDocs
{
    /// <summary>The line about a known value; null for any other one.</summary>
    public static string? Of(Place place, string value)
    {
        foreach (var schema in Schemas(place))
        {
            foreach (var hint in Known(schema))
            {
                if (hint.Description.Length > 0 && (hint.Text == value || (hint.Text.EndsWith(':') && value.StartsWith(hint.Text, StringComparison.Ordinal))))
                {
                    return $"`{hint.Text}`: {hint.Description}";
                }
            }
        }

        return null;
    }

    /// <summary>The grammar of a scalar's text (<c>x-syntax</c>), which its list may give; null without one.</summary>
    public static string? SyntaxOf(Place place) => Schemas(place).Select(schema => schema.Syntax).FirstOrDefault(syntax => syntax is not null);

    /// <summary>The known values of a key in all its forms, each once.</summary>
    public static IReadOnlyList<SchemaHint> Known(SchemaNode schema) =>
    [
        .. new[] { schema, schema.Branch(SchemaTypes.String), schema.Branch(SchemaTypes.Array), schema.Branch(SchemaTypes.Array)?.Items }.OfType<SchemaNode>()
            .SelectMany(node => node.Values.Concat(node.Enum.Where(text => !node.Values.Any(value => value.Text == text)).Select(text => new SchemaHint(text, ""))))
            .DistinctBy(hint => hint.Text),
    ];

    private static IEnumerable<SchemaNode> Schemas(Place place)
    {
        SchemaNode?[] own = [place.Schema?.Branch(SchemaTypes.String), place.Schema];
        SchemaNode?[] list = place.Item is null ? [] : [place.Parent?.Schema?.Branch(SchemaTypes.Array), place.Parent?.Schema];
        return own.Concat(list).OfType<SchemaNode>();
    }
}
