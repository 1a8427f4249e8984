using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Projects;

/// <summary>
/// How the files of a project belong together: its own files and those they include share their names, files that are only extended keep theirs to themselves. Also where the
/// paths written in each of them start from, and the files of variables texts are filled in from.
/// </summary>
internal sealed class ProjectParts
{
    private readonly Workspace workspace;
    private readonly Project project;
    private readonly Lazy<Variables> variables;
    private readonly Dictionary<string, string> folders = new(StringComparer.Ordinal);
    private readonly List<string> variableFiles = [];

    /// <summary>Follows the includes of a project.</summary>
    public ProjectParts(Workspace workspace, Project project)
    {
        this.workspace = workspace;
        this.project = project;
        variables = new(() => ProjectLoader.Environment(new LoadContext(workspace, project.Request)));
        variableFiles.AddRange(project.Request.EnvFiles.Count > 0 ? project.Request.EnvFiles : [Absolute(project.Request.Directory, ".env")]);
        var open = new Queue<string>();
        foreach (var path in project.Request.Files)
        {
            Add(path, project.Request.Directory, open);
        }

        while (open.TryDequeue(out var path))
        {
            if (workspace.FindComposeFile(path) is { } file)
            {
                Follow(file, open);
            }
        }
    }

    /// <summary>The project.</summary>
    public Project Project => project;

    /// <summary>The files of variables that exist, in the order they were named.</summary>
    public IEnumerable<string> VariableFiles => variableFiles.Distinct().Where(path => workspace.Find(path) is FileContent.Present);

    /// <summary>The files of variables that services give their containers (<c>env_file</c>), as far as they exist.</summary>
    public IEnumerable<string> ContainerVariableFiles => folders.Keys.Select(workspace.FindComposeFile).OfType<ComposeFile>().SelectMany(VariableFilesOf).Distinct().Where(path => workspace.Find(path) is FileContent.Present);

    /// <summary>True for one of the project's own files or one they include.</summary>
    public bool Contains(string path) => folders.ContainsKey(path);

    /// <summary>The absolute path of what a file of the project writes.</summary>
    public string PathOf(string file, string written) => Absolute(FolderOf(file), Fill(written));

    /// <summary>The folder the paths of a file start from.</summary>
    public string FolderOf(string file) => folders.GetValueOrDefault(file) ?? HostPath.Folder(file);

    /// <summary>A text with its variables filled in.</summary>
    public string Fill(string written) => Template.Substitute(written, variables.Value.Get).Value;

    /// <summary>A text with its variables filled in; null where one is not set or the text cannot be read.</summary>
    public string? FillWhole(string written)
    {
        var filled = Template.Substitute(written, variables.Value.Get);
        return filled.Problems.Count > 0 || filled.Variables.Any(IsMissing) ? null : filled.Value;
    }

    /// <summary>A text with its variables filled in, and another text for each that is not set and has no default.</summary>
    public string Fill(string written, string missing)
    {
        var names = Template.Substitute(written, variables.Value.Get).Variables.Where(IsMissing).Select(use => use.Name).ToHashSet(StringComparer.Ordinal);
        return Template.Substitute(written, name => names.Contains(name) ? missing : variables.Value.Get(name)).Value;
    }

    private bool IsMissing(VariableUse use) => use.Operator == VariableOperator.None && variables.Value.Get(use.Name) is null;

    private void Follow(ComposeFile file, Queue<string> open)
    {
        foreach (var include in file.Model.Roots.Select(root => root.Get("include")).OfType<YamlNode>())
        {
            foreach (var item in file.Model.Resolve(include).Items)
            {
                Follow(file, file.Model.Resolve(item.Value), open);
            }
        }
    }

    private void Follow(ComposeFile file, YamlNode item, Queue<string> open)
    {
        var paths = Texts(file, item.IsMapping ? item.Get("path") : item).Select(written => PathOf(file.Path, written)).Where(project.ComposePaths.Contains).ToList();
        if (paths.Count == 0)
        {
            return;
        }

        var folder = Texts(file, item.Get("project_directory")) is [var own, ..] ? PathOf(file.Path, own) : HostPath.Folder(paths[0]);
        var envFiles = Texts(file, item.Get("env_file")).Select(written => PathOf(file.Path, written)).ToList();
        variableFiles.AddRange(envFiles.Count > 0 ? envFiles : [Absolute(folder, ".env")]);
        foreach (var path in paths)
        {
            Add(path, folder, open);
        }
    }

    private IEnumerable<string> VariableFilesOf(ComposeFile file)
    {
        foreach (var node in file.Model.Services.Select(service => service.Attribute("env_file")).OfType<YamlNode>())
        {
            foreach (var item in node.IsSequence ? node.Items.Select(item => file.Model.Resolve(item.Value)) : [node])
            {
                foreach (var written in Texts(file, item.IsMapping ? item.Get("path") : item))
                {
                    yield return PathOf(file.Path, written);
                }
            }
        }
    }

    private void Add(string path, string folder, Queue<string> open)
    {
        if (folders.TryAdd(path, folder))
        {
            open.Enqueue(path);
        }
    }

    private static List<string> Texts(ComposeFile file, YamlNode? node) => node is { } found && file.Model.Resolve(found) is var value
        ? [.. (value.IsScalar ? [value] : value.Items.Select(item => file.Model.Resolve(item.Value))).Where(text => text is { IsScalar: true, IsNull: false }).Select(text => text.Value)]
        : [];

    private string Absolute(string folder, string path) => HostPath.Absolute(folder, path, project.Request.Environment);
}
