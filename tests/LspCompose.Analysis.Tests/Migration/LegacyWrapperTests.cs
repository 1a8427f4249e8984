using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Migration;

/// <summary>First-format files of every layout, wrapped in <c>services:</c>.</summary>
public sealed class LegacyWrapperTests
{
    [Theory]
    [InlineData("a: {image: x}\n", "services:\n  a: {image: x}\n")]
    [InlineData("{a: {image: x}, b: {image: y}}", "{services: {a: {image: x}, b: {image: y}}}")]
    [InlineData("{\n  \"a\": {\n    \"image\": \"x\"\n  }\n}\n", "{\n  \"services\": {\n    \"a\": {\n      \"image\": \"x\"\n    }\n  }\n}\n")]
    [InlineData("\uFEFFa:\r\n  image: x\r\n", "\uFEFFservices:\r\n  a:\r\n    image: x\r\n")]
    [InlineData("a:\n image: x\nb:\n image: y", "services:\n a:\n  image: x\n b:\n  image: y")]
    [InlineData("a:\n        image: x\n", "services:\n        a:\n                image: x\n")]
    [InlineData("  a:\n    image: x\n", "  services:\n    a:\n      image: x\n")]
    [InlineData("a:\n  image: x\n  ports:\n  - '80'\n", "services:\n  a:\n    image: x\n    ports:\n    - '80'\n")]
    [InlineData("# file\n\n# of a\na: # a\n  # in\n  image: x\t# tab\n  # end\n\n# end\n", "# file\n\nservices:\n  # of a\n  a: # a\n    # in\n    image: x\t# tab\n    # end\n\n# end\n")]
    [InlineData("---\na:\n  image: x\n...\n", "---\nservices:\n  a:\n    image: x\n...\n")]
    [InlineData("a:\n  image: x\n  command: |\n    one\n\n      two\n", "services:\n  a:\n    image: x\n    command: |\n      one\n\n        two\n")]
    [InlineData("a:\n  image: x\n  command: one\n    two\n  entrypoint: \"three\n\n    four\"\n", "services:\n  a:\n    image: x\n    command: one\n      two\n    entrypoint: \"three\n\n      four\"\n")]
    [InlineData("a:\n  image: x\r\n  tty: true\nb:\n  image: y\r\n", "services:\n  a:\n    image: x\r\n    tty: true\n  b:\n    image: y\r\n")]
    [InlineData("version: \"1\"\na:\n  image: x\n", "services:\n  a:\n    image: x\n")]
    [InlineData("a:\n  image: x\nversion: '1' # old\nb:\n  image: y\n", "services:\n  a:\n    image: x\n# old\n  b:\n    image: y\n")]
    [InlineData("services:\na:\n  image: x\n", "services:\n  a:\n    image: x\n")]
    [InlineData("x-a:\n  image: x\nb:\n  image: y\n", "services:\n  x-a:\n    image: x\n  b:\n    image: y\n")]
    [InlineData("a:\n  image: x\nx-env: &env\n  K: v\n# of b\nb:\n  image: y\n  environment: *env\n", "x-env: &env\n  K: v\nservices:\n  a:\n    image: x\n  # of b\n  b:\n    image: y\n    environment: *env\n")]
    [InlineData("a:\n  image: x\n  net: host\nnetworks:\n  n: {}\nb:\n  image: y\n  net: host\n", "services:\n  a:\n    image: x\n    network_mode: host\n  b:\n    image: y\n    network_mode: host\nnetworks:\n  n: {}\n")]
    public void Every_layout_keeps_its_style(string before, string after)
    {
        Assert.Equal(after, Edits.Migrate(before));
        Assert.Equal(after, Edits.Migrate(after));
    }

    [Fact]
    public void The_service_called_version_is_wrapped_too() =>
        Assert.Equal("services:\n  version:\n    image: x\n  a:\n    image: y\n", Edits.Migrate("version:\n  image: x\na:\n  image: y\n"));

    public static TheoryData<string> CorpusFiles
    {
        get
        {
            var root = Environment.GetEnvironmentVariable("LSPCOMPOSE_SHARED");
            var folder = Path.Combine(root ?? "", "corpus");
            return root is null || !Directory.Exists(folder) ? [""] : [.. Directory.EnumerateFiles(folder).Where(path => Path.GetExtension(path) is ".yml" or ".yaml").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [MemberData(nameof(CorpusFiles))]
    public void A_real_file_means_the_same_and_keeps_its_lines(string name)
    {
        var text = SourceText.From(File.ReadAllText(SharedData.Find("corpus", name)));
        var workspace = Workspace.Empty.WithFile(name, text);
        Assert.True(workspace.TryGetFile(name, out var file));
        if (file.Model.Format != ComposeFormat.Legacy || ConversionObstacle.Of(ProjectComposition.OfFile(file)) is not null)
        {
            return;
        }

        var request = new ConversionRequest(NetworkStrategy.DefaultNetwork) { Paths = new HashSet<string> { name }, Items = new HashSet<ItemPlace>(), WrapsLegacy = true, IncludesUnsafe = true };
        var result = NetworkMigration.Convert(workspace, ProjectComposition.OfFile(file), request, TestContext.Current.CancellationToken).For(name);
        Assert.NotEmpty(result.Edits);
        var after = YamlSyntaxTree.Parse(text.With(result.Edits));
        Assert.Empty(after.Errors);
        Assert.Equal(Comments(file.Tree), Comments(after));
        Assert.True(Workspace.Empty.WithFile(name, after.Text).TryGetFile(name, out var wrapped));
        Assert.Equal(file.Model.Services.Select(service => service.Name), wrapped.Model.Services.Select(service => service.Name));
        Assert.All(file.Model.Services, service => Assert.True(SameValue.KeepsAttributes(service.Body, wrapped.Model.Find(service.Name)?.Body ?? default, new HashSet<string>()), service.Name));

        // What no edit writes words into is there, byte for byte behind its indentation.
        var changed = result.Edits.Where(edit => !string.IsNullOrWhiteSpace(edit.NewText) || !text.Slice(edit.Span).IsWhiteSpace())
            .SelectMany(edit => Enumerable.Range(text.LineOf(edit.Span.Start), text.LineOf(edit.Span.End) - text.LineOf(edit.Span.Start) + 1)).ToHashSet();
        var left = Lines(after.Text).Select(line => line.Line).GroupBy(line => line).ToDictionary(group => group.Key, group => group.Count());
        foreach (var (line, number) in Lines(text).Where(line => !changed.Contains(line.Number)))
        {
            Assert.True(left.TryGetValue(line, out var count) && count > 0, $"line {number + 1}: {line}");
            left[line] = count - 1;
        }
    }

    private static IEnumerable<(string Line, int Number)> Lines(SourceText text) =>
        Enumerable.Range(0, text.LineCount).Select(line => (text.ToString(text.LineSpan(line)).TrimStart(' ', '\uFEFF'), line));

    private static IEnumerable<string> Comments(YamlSyntaxTree tree) => tree.Comments.Select(tree.Text.ToString).Order(StringComparer.Ordinal);
}
