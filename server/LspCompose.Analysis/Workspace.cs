using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis;

/// <summary>An immutable snapshot of the files and settings that features answer from.</summary>
public sealed class Workspace
{
    private readonly ImmutableDictionary<string, ComposeFile> files;

    private Workspace(ImmutableDictionary<string, ComposeFile> files, AnalysisSettings settings)
    {
        this.files = files;
        Settings = settings;
    }

    /// <summary>The workspace without files and with default settings.</summary>
    public static Workspace Empty { get; } = new(ImmutableDictionary.Create<string, ComposeFile>(StringComparer.Ordinal), AnalysisSettings.Default);

    /// <summary>The settings in force.</summary>
    public AnalysisSettings Settings { get; }

    /// <summary>The files, in no particular order.</summary>
    public IEnumerable<ComposeFile> Files => files.Values;

    /// <summary>The workspace with a file added or its text replaced; entries whose text is the same are not parsed again.</summary>
    public Workspace WithFile(string path, SourceText text)
    {
        var tree = files.TryGetValue(path, out var old) ? old.Tree.WithText(text) : YamlSyntaxTree.Parse(text);
        return new Workspace(files.SetItem(path, new ComposeFile(path, tree)), Settings);
    }

    /// <summary>The workspace without a file.</summary>
    public Workspace WithoutFile(string path) => new(files.Remove(path), Settings);

    /// <summary>The workspace with other settings.</summary>
    public Workspace WithSettings(AnalysisSettings settings) => new(files, settings);

    /// <summary>Finds a file by the name the host gave it.</summary>
    public bool TryGetFile(string path, [NotNullWhen(true)] out ComposeFile? file) => files.TryGetValue(path, out file);
}
