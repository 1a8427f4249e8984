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
            if (service.Attribute("volume_driver") is not null)
            {
                return $"'volume_driver' of '{service.Name}' must become a driver of a declared volume by hand";
            }

            foreach (var key in (string[])["net", "dockerfile", "log_driver", "log_opt"])
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

            if (service.OwnEntry("log_opt") is { } options && !IsRightAfter(service, options, "log_driver"))
            {
                return $"'log_opt' of '{service.Name}' does not stand right after 'log_driver'";
            }
        }

        return null;
    }

    /// <summary>Adds the edits of all services and declares the volumes they use.</summary>
    public static void Convert(ComposeFile file, Layout layout, EditList edits, TopLevelWriter top)
    {
        var volumes = new List<string>();
        foreach (var service in file.Model.Services)
        {
            ConvertNet(file, layout, edits, service);
            ConvertDockerfile(layout, edits, service);
            ConvertLogging(file, layout, edits, service);
            ConvertVolumesFrom(file, edits, service);
            volumes.AddRange(NamedVolumes(service).Where(name => !volumes.Contains(name)));
        }

        foreach (var volume in volumes)
        {
            // The first format did not put the project's name before a volume's; 'name' keeps the data where it is.
            top.Declare("volumes", Layout.Scalar(volume) + ":", "  name: " + Layout.Scalar(volume));
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
        if (service.OwnEntry("log_driver") is not { } driver)
        {
            return;
        }

        var unit = new string(' ', ServiceWriter.IndentUnit(layout, service));
        var column = new string(' ', layout.Column(driver.Key.FullSpan.Start));
        edits.Replace(driver.Key.Span, "logging:" + layout.LineBreak + column + unit + "driver");
        if (service.OwnEntry("log_opt") is not { } options)
        {
            return;
        }

        edits.Insert(options.Key.Span.Start, unit);
        edits.Replace(options.Key.Span, "options");
        var first = file.Text.LineOf(options.Key.Span.Start);
        for (var line = first + 1; line <= file.Text.LineOf(options.Span.End - 1); line++)
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

    private static IEnumerable<string> NamedVolumes(Service service) =>
        service.Attribute("volumes") is { } volumes
            ? volumes.Items.Select(item => NamedVolume().Match(service.Resolve(item.Value).Value)).Where(match => match.Success).Select(match => match.Groups["name"].Value)
            : [];

    private static bool IsRightAfter(Service service, YamlEntry entry, string key)
    {
        var entries = service.Body.Entries.ToList();
        var index = entries.FindIndex(e => e.Key == entry.Key);
        return index > 0 && entries[index - 1].Name == key;
    }

    [GeneratedRegex("^(?<name>[a-zA-Z0-9][a-zA-Z0-9_.-]+):/", RegexOptions.CultureInvariant)]
    private static partial Regex NamedVolume();
}
