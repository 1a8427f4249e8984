using LspCompose.Analysis.Schema;

namespace LspCompose.Analysis.Tests.Schema;

public class ComposeSchemaTreeTests
{
    private static readonly ComposeSchema Schema = ComposeSchema.For(ComposeTarget.Latest);

    [Fact]
    public void What_stands_beside_a_reference_wins_over_its_definition()
    {
        var command = Schema.Find("services", "web", "command");
        Assert.Equal("command", command?.Definition);
        Assert.NotEqual(Schema.Definitions["command"].Description, command?.Description);
        Assert.Equal(SchemaTypes.Null | SchemaTypes.String | SchemaTypes.Array, command?.AllTypes);
        Assert.Equal("replace", command?.Merge);
    }

    [Fact]
    public void Keys_lead_through_names_and_alternatives()
    {
        Assert.Equal(["enabled", "disabled", "writable", "readonly"], Schema.Find("services", "web", "volumes")?.Items?.ForKey("bind")?.ForKey("recursive")?.Enum);
        Assert.Equal("dependency", Schema.Find("services", "web", "depends_on", "db")?.Definition);
        Assert.Null(Schema.Find("services", "web", "nothing"));
    }

    [Fact]
    public void Annotations_are_read()
    {
        var condition = Schema.Definitions["dependency"].ForKey("condition");
        Assert.Equal("service_started", condition?.Values[0].Text);
        Assert.Equal("boolean", Schema.Find("services", "web", "tty")?.Cast);
        Assert.True(Schema.Find("version")?.IsDeprecated);
        Assert.NotNull(Schema.Find("version")?.Replacement);
        Assert.Equal("service", Schema.Find("services")?.Defines);
        Assert.Equal(["config"], Schema.Find("services", "web", "credential_spec", "config")?.References);
        Assert.Equal("10s", Schema.Find("services", "web", "stop_grace_period")?.Default);
        Assert.NotEmpty(Schema.Find("services")?.Snippet ?? []);
    }

    [Fact]
    public void No_key_needs_a_regular_expression()
    {
        var seen = new HashSet<SchemaNode>();
        Check(Schema.Root);
        Assert.True(seen.Count > 300);

        void Check(SchemaNode node)
        {
            if (seen.Add(node))
            {
                Assert.All(node.Patterns, pattern => Assert.True(pattern.Keys.IsSimple, pattern.Keys.Text));
                foreach (var child in node.Properties.Values.Concat(node.OneOf).Concat(node.Patterns.Select(pattern => pattern.Value)).Concat(node.Items is { } items ? [items] : []))
                {
                    Check(child);
                }
            }
        }
    }

    [Fact]
    public void An_older_Compose_lacks_keys_and_names_them()
    {
        var old = ComposeSchema.For(ComposeTarget.Compose226);
        Assert.Null(old.Find("services", "web", "provider"));
        Assert.Contains("provider", old.Definitions["service"].NewerKeys.Keys);
        Assert.NotNull(old.Find("services", "web", "post_start"));
    }
}
