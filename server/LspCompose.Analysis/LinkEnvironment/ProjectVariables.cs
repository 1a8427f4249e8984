using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>What a file's project fills its texts in from: its variables, and the folder its paths start from.</summary>
internal sealed class ProjectVariables
{
    private readonly Variables variables;
    private readonly ProjectRequest request;
    private readonly string folder;

    private ProjectVariables(Variables variables, ProjectRequest request, string folder)
    {
        this.variables = variables;
        this.request = request;
        this.folder = folder;
    }

    /// <summary>The variables of the project a file is judged in.</summary>
    public static ProjectVariables Of(Workspace workspace, ComposeFile file)
    {
        var request = workspace.Projects.For(file.Path).Request;
        return new(ProjectLoader.Environment(new LoadContext(workspace, request)), request, request.Files.Contains(file.Path) ? request.Directory : HostPath.Folder(file.Path));
    }

    /// <summary>A variable of the shell or of <c>.env</c>, null when it is not set.</summary>
    public string? Get(string name) => variables.Get(name);

    /// <summary>The absolute path a text of the file means.</summary>
    public string PathOf(string written) => HostPath.Absolute(folder, Template.Substitute(written, Get).Value, request.Environment);
}
