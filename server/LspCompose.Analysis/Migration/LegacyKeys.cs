using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Rewrites what only the first format knows: <c>net</c>, <c>dockerfile</c> beside <c>build</c>, <c>log_driver</c> and <c>log_opt</c>, volumes that
/// exist without being declared, <c>volumes_from</c> a container.
/// </summary>
internal static partial class LegacyKeys
{
    /// <summary>Why a file's first-format attributes cannot be rewritten, null when they can.</summary>
    public static string? Obstacle(ComposeFile file)
    {
        foreach (var service in file.Model.Services)
        {
            foreach (var key in (string[])["net", "dockerfile", "log_driver", "log_opt", "volume_driver"])
            {
                if (service.Attribute(key) is not null && (service.OwnEntry(key) is null || service.Body.IsFlow || service.IsShared(service.Entry.Span)))
                {
                    return $"'{key}' of '{service.Name}' is shared or in flow style; rewrite it by hand";
                }
            }

            if (service.OwnEntry("dockerfile") is not null && service.OwnEntry("build") is not { Value: { IsScalar: true, IsMissing: false } })
            {
                return $"'dockerfile' of '{service.Name}' has no 'build' beside it";
            }

            if (service.OwnEntry("volume_driver") is not null && Volumes(service).Any(volume => volume.StartsWith('/') && !volume.Contains(':')))
            {
                return $"'volume_driver' of '{service.Name}' is for a volume without a name; name it first";
            }
        }

        return file.Model.Services.SelectMany(NamedVolumes).GroupBy(volume => volume.Name).FirstOrDefault(uses => uses.Select(use => use.Driver).OfType<string>().Distinct().Count() > 1) is { } contradiction
            ? $"volume '{contradiction.Key}' has several drivers"
            : null;
    }

    /// <summary>Adds the edits of all services and declares the volumes they use.</summary>
    public static void Convert(ComposeFile file, Layout layout, EditList edits, TopLevelWriter top)
    {
        foreach (var service in file.Model.Services)
        {
            ConvertNet(file, layout, edits, service);
            ConvertDockerfile(layout, edits, service);
            ConvertLogging(file, layout, edits, service);
            ConvertVolumesFrom(file, edits, service);
            if (service.OwnEntry("volume_driver") is { } driver)
            {
                ServiceWriter.DeleteEntry(layout, edits, service, driver);
            }
        }

        foreach (var uses in file.Model.Services.SelectMany(NamedVolumes).GroupBy(volume => volume.Name))
        {
            // The first format did not put the project's name before a volume's; 'name' keeps the data where it is.
            var driver = uses.Select(use => use.Driver).OfType<string>().FirstOrDefault();
            top.Declare("volumes", uses.Key, driver is null ? [("name", uses.Key)] : [("name", uses.Key), ("driver", driver)]);
        }
    }

    private static void ConvertNet(ComposeFile file, Layout layout, EditList edits, Service service)
    {
        if (service.OwnEntry("net") is not { } net)
        {
            return;
        }

        var mode = ServiceReader.ModeOfNet(file.Model, net.Value.Value);
        if (mode is null)
        {
            ServiceWriter.DeleteEntry(layout, edits, service, net);
            return;
        }

        edits.Replace(Layout.Inner(net.Key), "network_mode");
        if (ServiceReader.ServiceOf(mode) is not null)
        {
            edits.Replace(TextSpan.FromLength(Layout.Inner(net.Value).Start, "container".Length), "service");
        }
    }

    private static void ConvertDockerfile(Layout layout, EditList edits, Service service)
    {
        if (service.OwnEntry("dockerfile") is not { } dockerfile || service.OwnEntry("build") is not { } build)
        {
            return;
        }

        var column = new string(' ', layout.Column(build.Key.FullSpan.Start) + ServiceWriter.IndentUnit(layout, service));
        edits.Replace(new TextSpan(build.ColonOffset + 1, build.Value.FullSpan.Start), layout.LineBreak + column + "context: ");
        layout.InsertLinesBelow(edits, build.Span, [column + "dockerfile: " + layout.TextOf(dockerfile.Value.FullSpan)]);
        ServiceWriter.DeleteEntry(layout, edits, service, dockerfile);
    }

    private static void ConvertLogging(ComposeFile file, Layout layout, EditList edits, Service service)
    {
        var unit = new string(' ', ServiceWriter.IndentUnit(layout, service));
        var options = service.OwnEntry("log_opt");
        if (service.OwnEntry("log_driver") is not { } driver)
        {
            if (options is { } alone)
            {
                edits.Replace(alone.Key.Span, "logging:" + layout.LineBreak + new string(' ', layout.Column(alone.Key.FullSpan.Start)) + unit + "options");
                IndentBelow(file, edits, alone, unit);
            }

            return;
        }

        edits.Replace(driver.Key.Span, "logging:" + layout.LineBreak + new string(' ', layout.Column(driver.Key.FullSpan.Start)) + unit + "driver");
        if (options is not { } entry)
        {
            return;
        }

        if (IsRightAfter(service, entry, "log_driver"))
        {
            edits.Insert(entry.Key.Span.Start, unit);
            edits.Replace(entry.Key.Span, "options");
            IndentBelow(file, edits, entry, unit);
            return;
        }

        // They stand apart: the options move, with their comments, to where the driver is.
        var lines = layout.Lines(entry.Span);
        var head = new string(' ', layout.Column(entry.Key.FullSpan.Start));
        var moved = layout.TextOf(new TextSpan(entry.Key.FullSpan.End, lines.End)).Split('\n').SkipLast(1).Select(line => line.TrimEnd('\r'));
        layout.InsertLinesBelow(edits, driver.Span, moved.Select((line, index) => index == 0 ? head + unit + "options" + line : string.IsNullOrWhiteSpace(line) ? line : unit + line));
        edits.Delete(lines);
    }

    private static void IndentBelow(ComposeFile file, EditList edits, YamlEntry entry, string unit)
    {
        for (var line = file.Text.LineOf(entry.Key.Span.Start) + 1; line <= file.Text.LineOf(entry.Span.End - 1); line++)
        {
            if (!file.Text.Slice(file.Text.LineSpan(line)).IsWhiteSpace())
            {
                edits.Insert(file.Text.LineStart(line), unit);
            }
        }
    }

    private static void ConvertVolumesFrom(ComposeFile file, EditList edits, Service service)
    {
        if (service.OwnEntry("volumes_from") is not { } volumesFrom)
        {
            return;
        }

        foreach (var item in volumesFrom.Value.Items)
        {
            if (item.Value.IsScalar && !item.Value.Value.StartsWith("container:", StringComparison.Ordinal) && !file.Model.IsServiceName(item.Value.Value.Split(':')[0]))
            {
                edits.Insert(Layout.Inner(item.Value).Start, "container:");
            }
        }
    }

    private static IEnumerable<string> Volumes(Service service) =>
        service.Attribute("volumes") is { } volumes ? volumes.Items.Select(item => service.Resolve(item.Value).Value) : [];

    private static IEnumerable<(string Name, string? Driver)> NamedVolumes(Service service) =>
        Volumes(service).Select(volume => NamedVolume().Match(volume)).Where(match => match.Success)
            .Select(match => (match.Groups["name"].Value, service.Attribute("volume_driver")?.Value));

    private static bool IsRightAfter(Service service, YamlEntry entry, string key)
    {
        var entries = service.Body.Entries.ToList();
        var index = entries.FindIndex(e => e.Key == entry.Key);
        return index > 0 && entries[index - 1].Name == key;
    }

    [GeneratedRegex("^(?<name>[a-zA-Z0-9][a-zA-Z0-9_.-]+):/", RegexOptions.CultureInvariant)]
    private static partial Regex NamedVolume();
}
