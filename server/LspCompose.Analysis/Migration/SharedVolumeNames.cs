using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>Names for volumes that had none and get one because two services share them.</summary>
internal sealed partial class SharedVolumeNames(ComposeFile file)
{
    private readonly HashSet<string> taken = [.. Declared(file)];

    /// <summary>The volumes that got a name, each with its service and the item that mounts it there.</summary>
    public List<(Service Source, YamlNode Item, string Name)> Given { get; } = [];

    /// <summary>The name of an anonymous volume, always the same for one.</summary>
    public string For(ServiceMount mount)
    {
        var index = Given.FindIndex(given => given.Item == mount.Item);
        if (index >= 0)
        {
            return Given[index].Name;
        }

        var last = mount.Target.Split('/')[^1].TrimStart('.', '-', '_');
        var wanted = NotInName().Replace($"{mount.Service.Name}-{(last.Length > 0 ? last : "data")}", "-");
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = $"{wanted}-{number}";
        }

        Given.Add((mount.Service, mount.Item, name));
        return name;
    }

    private static IEnumerable<string> Declared(ComposeFile file) =>
        file.Model.Roots.Select(root => root.Get("volumes")).OfType<YamlNode>().SelectMany(volumes => file.Model.Resolve(volumes).Entries).Select(entry => entry.Name);

    [GeneratedRegex("[^a-zA-Z0-9_.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInName();
}
