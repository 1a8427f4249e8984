using LspCompose.Analysis.Dockerfiles;
using LspCompose.Analysis.Features.Completion;
using LspCompose.Analysis.Features.Completion.Values;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>Finds the line of a Dockerfile that begins a stage.</summary>
internal static class StageDefinition
{
    /// <summary>The line <c>FROM … AS name</c> of the stage a place names; null where the Dockerfile is not known or has no such stage.</summary>
    public static DefinitionTarget? Of(Workspace workspace, ComposeFile file, Place place, HostAnswers host)
    {
        var service = place.Within("service");
        if (BuildFiles.Of(workspace, file, place, service?.Parent is null or { Schema.Defines: "service" } ? service?.Name : null) is not { } build)
        {
            return null;
        }

        if (build.Inline is not null)
        {
            return file.Model.Lookup(file.Model.Resolve(build.Place.Value), "dockerfile_inline") is { } inline && file.Model.Resolve(inline) is { IsScalar: true } node
                && new SourceValue(file.Text, node) is var value && Find(SourceText.From(value.Text), place.Value.Value) is { } inside
                ? new DefinitionTarget(file.Path, value.Find(inside.Line), value.Find(inside.Name))
                : null;
        }

        var known = build.Folder is null ? null : workspace.Find(build.Dockerfile) as FileContent.Present;
        var text = known?.Text ?? (build.Folder is not null && host.Read(build.Dockerfile) is { } read ? SourceText.From(read) : null);
        return text is not null && Find(text, place.Value.Value) is { } stage
            ? new DefinitionTarget(build.Dockerfile, stage.Line, stage.Name) { Text = known is null ? text : null }
            : null;
    }

    private static (TextSpan Line, TextSpan Name)? Find(SourceText dockerfile, string name)
    {
        if (BuildStages.Find(dockerfile.Content).FirstOrDefault(stage => stage.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } found || found.Line >= dockerfile.LineCount)
        {
            return null;
        }

        // The name of an instruction over several lines may stand further down.
        var line = dockerfile.LineSpan(found.Line);
        var at = dockerfile.Slice(line).LastIndexOf(found.Name, StringComparison.Ordinal);
        return (line, at < 0 ? line : TextSpan.FromLength(line.Start + at, found.Name.Length));
    }
}
