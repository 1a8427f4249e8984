using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Refactorings;

/// <summary>Applies refactorings at the cursor <c>&lt;|&gt;</c> of a text, or to what is between <c>&lt;[</c> and <c>]&gt;</c>.</summary>
internal static class Refactored
{
    /// <summary>The text after the one refactoring with a title; what is checked besides: applying it keeps the comments.</summary>
    public static string Apply(string marked, string title)
    {
        var (text, span) = Read(marked);
        return Apply(text, Find(Offered(text, span), title));
    }

    /// <summary>The titles of all that is offered.</summary>
    public static IReadOnlyList<string> Titles(string marked)
    {
        var (text, span) = Read(marked);
        return [.. Offered(text, span).Select(fix => fix.Title)];
    }

    public static IReadOnlyList<Fix> Offered(string text, TextSpan span) => Offered(Open(text), Markers.Path, span);

    public static IReadOnlyList<Fix> Offered(Workspace workspace, string path, TextSpan span) =>
        [.. CodeActions.At(workspace, path, span, kind => kind is not (FixKind.QuickFix or FixKind.Source), TestContext.Current.CancellationToken).Select(action => action.Fix)];

    public static Fix Find(IReadOnlyList<Fix> offered, string title) =>
        Assert.Single(offered, fix => fix.Title == title);

    public static string Apply(string text, Fix fix)
    {
        Assert.NotEmpty(fix.Edits);
        return SourceText.From(text).With(fix.Edits.Where(edit => edit.Path == Markers.Path).Select(edit => edit.Edit)).Content;
    }

    /// <summary>A workspace with one file, beside which the host has found nothing.</summary>
    public static Workspace Open(string text, string path = Markers.Path)
    {
        var workspace = Workspace.Empty.WithFile(path, SourceText.From(text));
        return workspace.Projects.For(path).Unread.Aggregate(workspace, (known, missing) => known.WithSource(missing, new FileContent.Missing()));
    }

    public static (string Text, TextSpan Span) Read(string marked)
    {
        if (marked.Contains("<|>", StringComparison.Ordinal))
        {
            var (text, offset) = Markers.Cursor(marked);
            return (text, new TextSpan(offset, offset));
        }

        var start = marked.IndexOf("<[", StringComparison.Ordinal);
        var end = marked.IndexOf("]>", StringComparison.Ordinal) - 2;
        return (marked.Replace("<[", "", StringComparison.Ordinal).Replace("]>", "", StringComparison.Ordinal), new TextSpan(start, end));
    }
}
