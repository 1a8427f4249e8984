using LspCompose.Analysis.Tests.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features.Navigation;

/// <summary>Files of a project below <c>/p</c>, written as one text with a line <c>--- name</c> before each; one holds the cursor. YAML files of <c>/p</c> are the user's, everything else is loaded.</summary>
internal sealed class MarkedProject
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    private MarkedProject(string marked)
    {
        foreach (var part in ("\n" + marked).Split("\n--- ", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var (path, text) = ($"/p/{part[..end]}", part[(end + 1)..].TrimEnd('\n') + "\n");
            if (text.Contains("<|>", StringComparison.Ordinal))
            {
                Path = path;
                (text, Offset) = Markers.Cursor(text);
            }

            texts[path] = text;
        }

        Workspace = new MemoryFiles([.. texts.Select(file => (file.Key, file.Value))]).OpenAll([.. texts.Keys.Where(path => path.EndsWith(".yaml", StringComparison.Ordinal) && !path.Contains("/sub/", StringComparison.Ordinal))]);
    }

    public Workspace Workspace { get; }

    public string Path { get; } = "/p/compose.yaml";

    public int Offset { get; }

    public static MarkedProject Read(string marked) => new(marked);

    /// <summary>A place as <c>file:line:text</c>.</summary>
    public string Show(string path, TextSpan span) =>
        $"{path["/p/".Length..]}:{SourceText.From(texts[path]).LineOf(span.Start) + 1}:{texts[path][span.Start..span.End]}";

    /// <summary>The texts after edits, in the form they were written in.</summary>
    public string After(IEnumerable<Analysis.Findings.FileEdit> edits)
    {
        var byFile = edits.ToLookup(edit => edit.Path, edit => edit.Edit);
        return string.Join('\n', texts.Select(file => $"--- {file.Key["/p/".Length..]}\n{SourceText.From(file.Value).With(byFile[file.Key]).Content.TrimEnd('\n')}"));
    }
}
