using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Composition;

/// <summary>
/// The services of a project over all its files, each with the places that say something about it: what links and networks are judged by and edited in.
/// Unlike the effective model it also reads the first file format and projects Compose refuses.
/// </summary>
internal sealed class ProjectComposition
{
    // Deeper than anybody includes or extends.
    private const int MaxDepth = 32;

    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly Dictionary<string, ComposeFile?> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ComposedService> byName = new(StringComparer.Ordinal);
    private readonly List<ComposedService> services = [];
    private readonly List<ComposeFile> files = [];
    private readonly HashSet<string> entered = new(StringComparer.Ordinal);

    private ProjectComposition(Workspace workspace, IReadOnlyDictionary<string, string> environment)
    {
        Workspace = workspace;
        this.environment = environment;
    }

    /// <summary>The snapshot the project is read from.</summary>
    public Workspace Workspace { get; }

    /// <summary>The services in the order of the files.</summary>
    public IReadOnlyList<ComposedService> Services => services;

    /// <summary>The files that define services of the project, included ones before those that include them. Every text ends with a line break (see <see cref="FinalLineBreak"/>).</summary>
    public IReadOnlyList<ComposeFile> Files => files;

    /// <summary>Files that define no service of the project but are extended by one.</summary>
    public IEnumerable<ComposeFile> ExtendedFiles => read.Values.OfType<ComposeFile>().Where(file => !files.Contains(file));

    /// <summary>True when services may be defined in files that are not known, so a missing one proves nothing.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>The generation of the file format: the first one where any file is of it.</summary>
    public ComposeFormat Format { get; private set; }

    /// <summary>The project's name, empty where it is not known.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The composition of the project a file belongs to.</summary>
    public static ProjectComposition Of(Workspace workspace, string path)
    {
        var project = workspace.Projects.For(path);
        var composition = new ProjectComposition(workspace, project.Request.Environment)
        {
            IsPartial = project.Request.IsFragment || project.HasUnknownParts,
            Name = project.Name,
        };
        foreach (var file in project.Request.Files)
        {
            composition.AddFile(file, 0);
        }

        // A file that is only extended from elsewhere is judged on its own.
        if (composition.files.TrueForAll(file => file.Path != path) && !composition.read.ContainsKey(path))
        {
            composition.AddFile(path, 0);
        }

        composition.IsPartial |= composition.files.Exists(file => file.IsPartial && project.Request.Files is [_] && !Includes(file));
        composition.Format = composition.files.Exists(file => file.Model.Format == ComposeFormat.Legacy) ? ComposeFormat.Legacy : ComposeFormat.Current;
        return composition;
    }

    /// <summary>The composition of some files in the order they are merged, with those they include and extend.</summary>
    public static ProjectComposition OfFiles(Workspace workspace, IEnumerable<string> paths)
    {
        var composition = new ProjectComposition(workspace, workspace.Settings.Environment);
        foreach (var path in paths)
        {
            composition.AddFile(path, 0);
        }

        composition.Format = composition.files.Exists(file => file.Model.Format == ComposeFormat.Legacy) ? ComposeFormat.Legacy : ComposeFormat.Current;
        return composition;
    }

    /// <summary>The composition of one file, whatever it belongs to.</summary>
    public static ProjectComposition OfFile(ComposeFile file)
    {
        var composition = OfFiles(Workspace.Empty.WithFile(file.Path, file.Text), [file.Path]);
        composition.IsPartial |= file.IsPartial;
        return composition;
    }

    /// <summary>The service of a name, null when the project defines none.</summary>
    public ComposedService? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>A file of the project, or one that services extend.</summary>
    public ComposeFile? FindFile(string path) => read.GetValueOrDefault(path);

    /// <summary>The places an item stands for: every service that has it.</summary>
    public ILookup<ItemPlace, ComposedLink> LinksByPlace() => services.SelectMany(service => service.Links.Concat(service.ExternalLinks)).ToLookup(link => link.Place);

    private static bool Includes(ComposeFile file) => file.Model.Roots.Any(root => root.Get("include") is not null);

    private ComposeFile? Read(string path)
    {
        if (!read.TryGetValue(path, out var file))
        {
            read[path] = file = Workspace.FindComposeFile(path) is { } found ? FinalLineBreak.Ensure(found) : null;
        }

        return file;
    }

    private void AddFile(string path, int depth)
    {
        if (depth > MaxDepth || Read(path) is not { } file)
        {
            IsPartial = true;
            return;
        }

        // Files that include each other are each taken once.
        if (!entered.Add(path))
        {
            return;
        }

        foreach (var included in file.Model.Roots.Select(root => root.Get("include")).OfType<YamlNode>().SelectMany(node => IncludedPaths(file, file.Model.Resolve(node))))
        {
            AddFile(included, depth + 1);
        }

        files.Add(file);
        foreach (var service in file.Model.Services)
        {
            if (service.Entry.Value.Tag is "!reset" or "!override" && byName.Remove(service.Name, out var undone))
            {
                services.Remove(undone);
            }

            if (service.Entry.Value.Tag == "!reset")
            {
                continue;
            }

            if (!byName.TryGetValue(service.Name, out var composed))
            {
                byName[service.Name] = composed = new ComposedService(service.Name);
                services.Add(composed);
            }

            AddExtended(composed, file, service, 0);
            composed.Add(new ServicePart(file, service, PartKind.Own));
        }
    }

    private void AddExtended(ComposedService composed, ComposeFile file, Service service, int depth)
    {
        if (depth > MaxDepth || service.Attribute("extends") is not { } extends)
        {
            return;
        }

        var name = extends.IsScalar ? extends.Value : extends.Get("service") is { } named ? file.Model.Resolve(named).Value : null;
        var from = extends.Get("file") is { } written && file.Model.Resolve(written) is { IsScalar: true, IsNull: false } path ? Resolve(file, path.Value) is { } full ? Read(full) : null : file;
        if (from is null || name is null || from.Model.Find(name) is not { } parent || (from == file && parent == service))
        {
            IsPartial |= from is null;
            return;
        }

        AddExtended(composed, from, parent, depth + 1);
        composed.Add(new ServicePart(from, parent, PartKind.Extended));
    }

    private IEnumerable<string> IncludedPaths(ComposeFile file, YamlNode include)
    {
        foreach (var item in include.Items)
        {
            var node = file.Model.Resolve(item.Value);
            var written = node.IsMapping && node.Get("path") is { } path ? file.Model.Resolve(path) : node;
            foreach (var text in written.IsSequence ? written.Items.Select(each => each.Value) : written.IsScalar ? [written] : Enumerable.Empty<YamlNode>())
            {
                if (Resolve(file, file.Model.Resolve(text).Value) is { } full)
                {
                    yield return full;
                }
            }
        }
    }

    private string? Resolve(ComposeFile file, string path)
    {
        if (path.Contains('$') || path.Contains("://", StringComparison.Ordinal))
        {
            IsPartial = true;
            return null;
        }

        return HostPath.Absolute(HostPath.Folder(file.Path), path, environment);
    }
}
