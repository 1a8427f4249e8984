using LspCompose.Analysis.Schema;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>Says in a few words what the schema knows about a key.</summary>
internal static class SchemaText
{
    /// <summary>The forms of its value: <c>string | list</c>.</summary>
    public static string Types(SchemaNode schema)
    {
        var types = schema.AllTypes;
        var words = new List<string>();
        Add(SchemaTypes.String, schema.Syntax is "duration" or "bytes" ? schema.Syntax == "duration" ? "duration" : "size" : "string");
        Add(SchemaTypes.Number | SchemaTypes.Integer, "number");
        Add(SchemaTypes.Boolean, "boolean");
        Add(SchemaTypes.Array, "list");
        Add(SchemaTypes.Object, "mapping");
        if (schema.Cast is { } cast)
        {
            // Text is only let through for the sake of variables.
            words.Remove("string");
            words.Remove(cast == "boolean" ? "number" : "");
        }

        return words.Count == 0 ? "any value" : string.Join(" | ", words);

        void Add(SchemaTypes type, string word)
        {
            if ((types & type) != 0)
            {
                words.Add(word);
            }
        }
    }
}
