using LspCompose.Analysis.Dockerfiles;
using LspCompose.Analysis.LinkEnvironment;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Analysis.Schema;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>What a service is built from: the folder, null when it is on another machine; the Dockerfile's path, or its text where that stands in the Compose file.</summary>
internal sealed record BuildFiles(string? Folder, string Dockerfile, string? Inline)
{
    private static readonly string[] Remote = ["://", "git@", "github.com/"];

    /// <summary>The build itself.</summary>
    public required Place Place { get; init; }

    /// <summary>The build around the cursor: what the service is built from over all files of the project; for a fragment what stands beside. Null outside of a build.</summary>
    public static BuildFiles? Of(CompletionContext context) => Of(context.Workspace, context.File, context.Place, context.ServiceName);

    /// <summary>The same around any place, in a service or, without the name of one, in a fragment.</summary>
    public static BuildFiles? Of(Workspace workspace, ComposeFile file, Place? place, string? serviceName)
    {
        while (place is not null && place.Schema?.Branch(SchemaTypes.Object)?.Definition != "build")
        {
            place = place.Parent;
        }

        if (place is null)
        {
            return null;
        }

        var project = workspace.Projects.For(file.Path);
        var effective = serviceName is { } service && project.Model.Get("services") is ConfigMapping services
            ? (services.Get(service) as ConfigMapping)?.Get("build") as ConfigMapping
            : null;
        var variables = ProjectVariables.Of(workspace, file);
        var folder = variables.PathOf(Beside("context") ?? ".");
        var dockerfile = Beside("dockerfile") ?? "Dockerfile";
        var inline = Beside("dockerfile_inline");
        if (effective is not null)
        {
            folder = (effective.Get("context") as ConfigScalar)?.Text ?? folder;
            dockerfile = (effective.Get("dockerfile") as ConfigScalar)?.Text ?? dockerfile;
            inline = (effective.Get("dockerfile_inline") as ConfigScalar)?.Text ?? inline;
        }

        var isRemote = Remote.Any(folder.Contains);
        return new(isRemote ? null : folder, isRemote ? "" : HostPath.Absolute(folder, dockerfile, project.Request.Environment), inline) { Place = place };

        string? Beside(string key) =>
            file.Model.Lookup(file.Model.Resolve(place.Value), key) is { } value && file.Model.Resolve(value) is { IsScalar: true, IsNull: false } text ? text.Value : null;
    }

    /// <summary>The stages of the Dockerfile; none until the host has read it.</summary>
    public IReadOnlyList<BuildStage> Stages(CompletionContext context)
    {
        var text = Inline ?? (Folder is null ? null : context.Workspace.Find(Dockerfile) is FileContent.Present present ? present.Text.Content : context.Host.Read(Dockerfile));
        return text is null ? [] : BuildStages.Find(text);
    }
}
