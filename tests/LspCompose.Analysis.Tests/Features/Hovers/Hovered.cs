using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Features;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Features.Hovers;

/// <summary>Asks for the hover at the cursor <c>&lt;|&gt;</c> of the first file, once the host has read all the project names.</summary>
internal static class Hovered
{
    public static string? Text(string marked, params (string Path, string Text)[] others) => At(marked, others).Markdown;

    /// <summary>The text the hover is about, and what it tells; both null where nothing is told.</summary>
    public static (string? About, string? Markdown) At(string marked, params (string Path, string Text)[] others) => At("/p/compose.yaml", marked, others);

    public static (string? About, string? Markdown) At(string path, string marked, params (string Path, string Text)[] others)
    {
        var (text, offset) = Markers.Cursor(marked);
        var hover = Hover.At(Open(path, text, others), path, offset);
        return (hover is null ? null : text[hover.Span.Start..hover.Span.End], hover?.Markdown);
    }

    /// <summary>What is told beside an engine, from where the engine's part begins; null where it has none.</summary>
    public static string? OfEngine(EngineView? engine, string marked, params (string Path, string Text)[] others) => OfEngine("/p/compose.yaml", engine, marked, others);

    public static string? OfEngine(string path, EngineView? engine, string marked, params (string Path, string Text)[] others)
    {
        var (text, offset) = Markers.Cursor(marked);
        var markdown = Hover.At(Open(path, text, others).WithEngine(engine), path, offset)?.Markdown;
        return markdown?.IndexOf("**Engine:**", StringComparison.Ordinal) is >= 0 and var start ? markdown[start..] : null;
    }

    public static Workspace Open(string path, string text, params (string Path, string Text)[] others)
    {
        var source = new MemoryFiles([(path, text), .. others]);
        var workspace = source.Open([path, .. others.Select(file => file.Path).Where(ComposeFileNames.IsYaml)])
            .WithSettings(AnalysisSettings.Default with { Environment = new Dictionary<string, string> { ["SHELL_USER"] = "ada" } });
        while (workspace.Projects.AllFor(path).SelectMany(project => project.Unread).Distinct().ToList() is { Count: > 0 } unread)
        {
            workspace = unread.Aggregate(workspace, (known, missing) => known.WithSource(missing, source.Read(missing)));
        }

        return workspace;
    }
}
