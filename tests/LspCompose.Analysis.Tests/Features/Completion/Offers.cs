using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Features.Completion;
using LspCompose.Analysis.Tests.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features.Completion;

/// <summary>What is offered at the cursor <c>&lt;|&gt;</c> of a file, and what becomes of the file when an offer is taken.</summary>
internal sealed class Offers
{
    private readonly string text;
    private readonly int offset;

    private Offers(string text, int offset, IReadOnlyList<CompletionItem> items) => (this.text, this.offset, Items) = (text, offset, items);

    public static CompletionClient Snippets { get; } = new() { TakesSnippets = true };

    public IReadOnlyList<CompletionItem> Items { get; }

    public string Labels => string.Join(' ', Items.Select(item => item.Label));

    public static Offers At(string marked, CompletionClient? client = null) => In(client ?? CompletionClient.Plain, ("/p/compose.yaml", marked));

    /// <summary>The offers while a Docker engine is there.</summary>
    public static Offers On(EngineView engine, string marked, CompletionClient? client = null) => Open(client ?? CompletionClient.Plain, engine, [("/p/compose.yaml", marked)]);

    /// <summary>The cursor is in the first file; the others lie on the disk.</summary>
    public static Offers In(CompletionClient client, params (string Path, string Text)[] files) => Open(client, null, files);

    private static Offers Open(CompletionClient client, EngineView? engine, (string Path, string Text)[] files)
    {
        var (text, offset) = Markers.Cursor(files[0].Text);
        var source = new MemoryFiles([(files[0].Path, text), .. files.Skip(1)]);
        var workspace = source.Open(files[0].Path).WithSettings(AnalysisSettings.Default with { Environment = new Dictionary<string, string> { ["HOME"] = "/home/me" } });
        while (workspace.Projects.AllFor(files[0].Path).SelectMany(project => project.Unread).Distinct().ToList() is { Count: > 0 } unread)
        {
            workspace = unread.Aggregate(workspace, (known, missing) => known.WithSource(missing, source.Read(missing)));
        }

        workspace = workspace.WithEngine(engine);
        var host = new HostAnswers();
        var items = Find();
        while (host.Open.Count > 0)
        {
            host.Answer(source);
            items = Find();
        }

        return new Offers(text, offset, items);

        IReadOnlyList<CompletionItem> Find() => Analysis.Features.Completion.Completion.At(workspace, files[0].Path, offset, client, host);
    }

    public CompletionItem Item(string label) => Assert.Single(Items, item => item.Label == label);

    /// <summary>The file once an offer is taken and the word at the cursor replaced.</summary>
    public string Taken(string label)
    {
        var item = Item(label);
        return SourceText.From(text).With([.. item.AdditionalEdits, new TextEdit(item.ReplaceSpan, item.InsertText)]).Content;
    }

    public void AssertExact()
    {
        Assert.All(Items, item =>
        {
            Assert.Equal(offset, item.InsertSpan.End);
            Assert.Equal(item.InsertSpan.Start, item.ReplaceSpan.Start);
            Assert.True(item.ReplaceSpan.End >= offset);
            Assert.DoesNotContain('\n', text[item.ReplaceSpan.Start..item.ReplaceSpan.End]);
        });
    }
}
