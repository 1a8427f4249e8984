using LspCompose.Analysis.Model;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Symbols;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Paths;

/// <summary>Finds the paths of the host in a Compose file by what the schema says about its places.</summary>
internal static class WrittenPaths
{
    private const string DefaultDockerfile = "Dockerfile";

    // Others lead to devices.
    private static readonly string[] FileKeys = ["file", "path", "env_file", "label_file"];

    /// <summary>The paths in a file in the order of the text.</summary>
    public static IEnumerable<WrittenPath> Of(ComposeFile file) =>
        from place in file.Places.All()
        where place.Value is { IsScalar: true, Value.Length: > 0 }
        let path = Read(file, place)
        where path is not null
        select path;

    /// <summary>The path a text is or holds; null where there is none.</summary>
    public static WrittenPath? Read(ComposeFile file, Place place)
    {
        var references = place.References;
        var syntax = place.TextSchema?.Syntax;
        if (syntax == "volume")
        {
            return Mount(file, place);
        }

        if (IsLegacyDockerfile(file, place))
        {
            return Whole(file, place, WrittenPathKind.Dockerfile) with { Context = place.Parent?.Value.Get("build") };
        }

        if (IsBoundDevice(file, place))
        {
            return Whole(file, place, WrittenPathKind.Mount);
        }

        if (references.Contains("dockerfile"))
        {
            return Whole(file, place, WrittenPathKind.Dockerfile) with { Context = place.Parent is { } build ? file.Model.Lookup(build.Value, "context") : null };
        }

        if (references.Contains("compose-file"))
        {
            return Whole(file, place, WrittenPathKind.File);
        }

        if (references.Contains("url"))
        {
            return Context(file, place);
        }

        if (references.Contains("volume"))
        {
            return references.Contains("folder") && place.Parent is { } mount && file.Model.Lookup(mount.Value, "type")?.Value == "bind" ? Whole(file, place, WrittenPathKind.Mount) : null;
        }

        if (references.Contains("folder"))
        {
            return Whole(file, place, WrittenPathKind.Folder);
        }

        return references.Contains("file") && FileKeys.Contains(place.Name ?? place.Parent?.Name) && !IsDevice(place) && (place.Parent?.Name != "credential_spec" || IsMarked(place.Value.Value))
            ? Whole(file, place, WrittenPathKind.File)
            : null;
    }

    private static WrittenPath Whole(ComposeFile file, Place place, WrittenPathKind kind) => new(kind, new SourceValue(file.Text, place.Value), new TextSpan(0, place.Value.Value.Length));

    // What a variable decides may turn out to be a path.
    private static WrittenPath? Mount(ComposeFile file, Place place) =>
        VolumeSpec.Parse(place.Value.Value) is { IsValid: true, Value: { SourceSpan: { } source } mount } && (mount.Kind == VolumeKind.Bind || mount.Source.StartsWith('$'))
            ? new WrittenPath(WrittenPathKind.Mount, new SourceValue(file.Text, place.Value), source)
            : null;

    private static WrittenPath Context(ComposeFile file, Place place)
    {
        var path = Whole(file, place, WrittenPathKind.BuildContext);
        if (place.Name is "build")
        {
            return path with { ImpliedDockerfile = file.Model.Format == ComposeFormat.Legacy && place.Parent?.Value.Get("dockerfile") is not null ? null : DefaultDockerfile };
        }

        if (place.Name is "context" && place.Parent is { } build)
        {
            return path with { ImpliedDockerfile = file.Model.Lookup(build.Value, "dockerfile") is null && file.Model.Lookup(build.Value, "dockerfile_inline") is null ? DefaultDockerfile : null };
        }

        // NAME=source of additional contexts.
        return place.Item is null || place.Parent?.Name != "additional_contexts" ? path : path with { Part = new TextSpan(path.Text.IndexOf('=', StringComparison.Ordinal) + 1, path.Part.End) };
    }

    private static bool IsLegacyDockerfile(ComposeFile file, Place place) =>
        file.Model.Format == ComposeFormat.Legacy && place is { Name: "dockerfile", Parent: { Parent: null, Entry: { } service } } && TopLevelKeys.IsRootService(service);

    // A volume of the local driver that mounts a folder.
    private static bool IsBoundDevice(ComposeFile file, Place place) =>
        place is { Name: "device", Parent: { Name: "driver_opts", Parent.Parent.Schema.Defines: "volume" } options } && file.Model.Lookup(options.Value, "o")?.Value == "bind"
        && (file.Model.Lookup(options.Parent?.Value ?? options.Value, "driver")?.Value ?? "local") is "local" or "";

    private static bool IsDevice(Place place) => place.Parent?.Parent is { Parent.Name: "blkio_config" };

    // The engine looks for other ones in a folder of its own.
    private static bool IsMarked(string path) => path[0] is '.' or '/' or '~';
}
