using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LspCompose.Analysis.Schema;

/// <summary>The product's schema of Compose files, read once from <c>schemas/compose.schema.json</c>.</summary>
internal sealed class ComposeSchema
{
    private static readonly Lazy<ComposeSchema> Latest = new(() => Load(ComposeTarget.Latest));
    private static readonly Lazy<ComposeSchema> Compose226 = new(() => Load(ComposeTarget.Compose226));

    private ComposeSchema(SchemaNode root, IReadOnlyDictionary<string, SchemaNode> definitions)
    {
        Root = root;
        Definitions = definitions;
    }

    /// <summary>The whole file.</summary>
    public SchemaNode Root { get; }

    /// <summary>The definitions by name, for instance <c>service</c>.</summary>
    public IReadOnlyDictionary<string, SchemaNode> Definitions { get; }

    /// <summary>The schema of a Compose; read when first asked for.</summary>
    public static ComposeSchema For(ComposeTarget target) => (target == ComposeTarget.Compose226 ? Compose226 : Latest).Value;

    /// <summary>The node at a way of keys from the root; null when it leads nowhere.</summary>
    public SchemaNode? Find(params ReadOnlySpan<string> keys)
    {
        SchemaNode? node = Root;
        foreach (var key in keys)
        {
            node = node?.ForKey(key);
        }

        return node;
    }

    private static ComposeSchema Load(ComposeTarget target)
    {
        using var stream = typeof(ComposeSchema).Assembly.GetManifestResourceStream("compose.schema.json")
            ?? throw new InvalidOperationException("The schema of Compose files is not in the assembly.");
        using var json = new JsonTextReader(new StreamReader(stream)) { DateParseHandling = DateParseHandling.None };
        var schema = JObject.Load(json);
        if (target == ComposeTarget.Compose226)
        {
            SchemaHistory.BackTo226(schema);
        }

        var reader = new SchemaReader(schema);
        return new ComposeSchema(reader.Root(), reader.Definitions());
    }
}
