using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Volumes as docker-compose 1.x made them: named ones without declaration in the first format, and the <c>volume_driver</c> of a service, which made its named
/// and its unnamed volumes alike. Today a driver is named where a volume is declared, so an unnamed volume gets a name.
/// </summary>
internal sealed partial class LegacyVolumes
{
    // What the engine uses anyway.
    private const string DefaultDriver = "local";

    private readonly ComposeFile file;
    private readonly HashSet<string> declared;
    private readonly Dictionary<string, Volume> volumes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (int Length, string Name)> sources = [];
    private readonly List<string> changes = [];
    private readonly List<MigrationNote> left = [];

    public LegacyVolumes(ComposeFile file)
    {
        this.file = file;
        declared = file.Model.Roots.Count > 0 && file.Model.Roots[0].Get("volumes") is { } section ? file.Model.Resolve(section).Entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var service in file.Model.Services)
        {
            Read(service);
        }

        if (volumes.Count > 0 && !TopLevelWriter.CanDeclare(file, "volumes"))
        {
            Obstacle ??= "the volumes cannot be declared: the top-level 'volumes' is shared through an anchor or no mapping";
        }
    }

    /// <summary>Why the volumes cannot be written in today's form, null when they can.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>What changes for the running system, one sentence each.</summary>
    public IReadOnlyList<string> RuntimeChanges => [.. changes.Distinct()];

    /// <summary>Mounts that are left as they are, each with the reason.</summary>
    public IReadOnlyList<MigrationNote> Left => left;

    /// <summary>Names unnamed volumes and declares all that are not yet.</summary>
    public void Convert(EditList edits, TopLevelWriter top)
    {
        foreach (var (at, (length, name)) in sources)
        {
            edits.Replace(TextSpan.FromLength(at, length), name);
        }

        foreach (var (key, volume) in volumes)
        {
            if (!declared.Contains(key))
            {
                // The first format did not put the project's name before a volume's; 'name' keeps the data where it is.
                List<(string, string)> settings = [];
                if (volume.Name is { } name)
                {
                    settings.Add(("name", name));
                }

                if (volume.Driver is { } driver)
                {
                    settings.Add(("driver", driver));
                }

                top.Declare("volumes", key, settings);
            }
        }
    }

    private void Read(Service service)
    {
        var driver = service.Attribute("volume_driver") is { IsScalar: true, IsNull: false, Value: not ("" or DefaultDriver) } value ? value.Value : null;
        var isLegacy = file.Model.Format == ComposeFormat.Legacy;
        if (driver is null && !isLegacy)
        {
            return;
        }

        var isUsed = false;
        foreach (var item in service.Attribute("volumes") is { } list ? list.Items.Select(item => service.Resolve(item.Value)).Where(item => item.IsScalar) : [])
        {
            var mount = VolumeSpec.Parse(item.Value).Value;
            if (mount is null || mount.Kind == VolumeKind.Bind || mount.Source.Contains('/', StringComparison.Ordinal) && !Variable().IsMatch(mount.Source))
            {
                continue;
            }

            if (mount.Source.Length == 0)
            {
                isUsed |= driver is not null && NameUnnamed(service, item, mount, driver);
            }
            else if (isLegacy)
            {
                isUsed |= driver is not null;
                Name(service, item, mount, driver);
            }
        }

        if (driver is not null && !isUsed)
        {
            changes.Add($"'volume_driver: {driver}' of '{service.Name}' is gone: no volume in the file used it. A volume that its image declares is made by the default driver now; declare a volume with that driver and mount it there if that matters.");
        }
    }

    private bool NameUnnamed(Service service, YamlNode item, VolumeMount mount, string driver)
    {
        if (mount.Target.Contains('$', StringComparison.Ordinal) && Variable().Replace(mount.Target, "").Length == 0)
        {
            left.Add(new MigrationNote(item.Span, $"'{item.Value}' of '{service.Name}' stays, without 'volume_driver: {driver}': a variable decides what it mounts; declare a volume with that driver and name it here."));
            return true;
        }

        if (Place(item, 0) is not { } at)
        {
            Obstacle ??= $"'volume_driver' of '{service.Name}' is for a volume without a name; name it first";
            return true;
        }

        if (sources.ContainsKey(at))
        {
            Obstacle ??= $"'volume_driver' of '{service.Name}' is for a volume without a name in a list that several services share; name it first";
            return true;
        }

        var name = Unique(service.Name + "-" + LastSegment(mount.Target));
        volumes[name] = new Volume(null, driver);
        sources[at] = (0, name + ":");
        changes.Add($"The unnamed volume at '{mount.Target}' of '{service.Name}' becomes the volume '{name}', which keeps its driver '{driver}'; what the unnamed one holds is not moved, and all containers of a scaled service share it.");
        return true;
    }

    private void Name(Service service, YamlNode item, VolumeMount mount, string? driver)
    {
        if (!mount.Source.Contains('$', StringComparison.Ordinal))
        {
            if (VolumeName().IsMatch(mount.Source))
            {
                Use(mount.Source, mount.Source, driver, service);
            }

            return;
        }

        var rest = Variable().Replace(mount.Source, "");
        if (rest.Contains('/', StringComparison.Ordinal) || rest.Contains('\\', StringComparison.Ordinal))
        {
            return;
        }

        if (rest.Trim('-', '_', '.').Length == 0 && driver is null)
        {
            left.Add(new MigrationNote(item.Span, $"'{item.Value}' of '{service.Name}' stays: the variable may hold a path or a volume's name. If it is a name, declare a volume with 'name: {mount.Source}' and mount that."));
            return;
        }

        if (Place(item, mount.Source.Length) is not { } at)
        {
            Obstacle ??= $"the name of the volume '{mount.Source}' of '{service.Name}' cannot be rewritten where it stands";
            return;
        }

        // A declaration's key must be plain text, its name need not.
        var key = volumes.FirstOrDefault(volume => volume.Value.Name == mount.Source).Key
            ?? Unique(rest.Trim('-', '_', '.') is { Length: > 1 } words ? words : service.Name + "-" + LastSegment(mount.Target));
        Use(key, mount.Source, driver, service);
        sources[at] = (mount.Source.Length, key);
    }

    private void Use(string key, string name, string? driver, Service service)
    {
        if (!volumes.TryGetValue(key, out var known))
        {
            volumes[key] = new Volume(name, driver);
        }
        else if (known.Driver is null)
        {
            volumes[key] = known with { Driver = driver };
        }
        else if (driver is not null && driver != known.Driver)
        {
            changes.Add($"Volume '{name}' keeps the driver '{known.Driver}'; 'volume_driver: {driver}' of '{service.Name}' is gone: a volume has one driver, whoever uses it.");
        }
    }

    // Where a mount's source is written, null when it is not written letter by letter.
    private int? Place(YamlNode item, int length)
    {
        var inner = Layout.Inner(item);
        return item.Style is not (ScalarStyle.Literal or ScalarStyle.Folded) && file.Text.ToString(inner) == item.Value && inner.Length >= length ? inner.Start : null;
    }

    private string Unique(string wanted)
    {
        var name = NotInName().Replace(wanted, "-");
        var candidate = name;
        for (var number = 2; volumes.ContainsKey(candidate) || declared.Contains(candidate) || file.Model.Services.Any(service => Mounts(service, candidate)); number++)
        {
            candidate = name + "-" + number;
        }

        return candidate;
    }

    private static bool Mounts(Service service, string name) =>
        service.Attribute("volumes") is { } list && list.Items.Any(item => service.Resolve(item.Value).Value.StartsWith(name + ":", StringComparison.Ordinal));

    private static string LastSegment(string path) => path.TrimEnd('/').Split('/')[^1] is { Length: > 0 } last ? last.TrimStart('.', '-', '_') : "data";

    [GeneratedRegex(@"^[a-zA-Z0-9][a-zA-Z0-9_.-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex VolumeName();

    [GeneratedRegex(@"\$(?:\{[^}]*\}|[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex("[^a-zA-Z0-9_.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInName();

    /// <summary>A volume to declare: its fixed name and its driver, where it has them.</summary>
    private sealed record Volume(string? Name, string? Driver);
}
