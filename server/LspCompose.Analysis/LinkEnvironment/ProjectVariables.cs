using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>What a file's project fills its texts in from: its variables, and the folder its paths start from.</summary>
internal sealed class ProjectVariables
{
    private readonly Scope scope;
    private readonly ProjectRequest request;

    private ProjectVariables(Scope scope, ProjectRequest request)
    {
        this.scope = scope;
        this.request = request;
    }

    /// <summary>The variables of the project a file is judged in.</summary>
    public static ProjectVariables Of(Workspace workspace, ComposeFile file)
    {
        var project = workspace.Projects.For(file.Path);
        return new(project.ScopeOf(file.Path), project.Request);
    }

    /// <summary>A variable of the shell or of <c>.env</c>, null when it is not set.</summary>
    public string? Get(string name) => scope.Variables.Get(name);

    /// <summary>The absolute path a text of the file means, from another folder where one is given; null when a variable in it has no value.</summary>
    public string? TryPathOf(string written, string? start = null)
    {
        var path = Template.Substitute(written, Get);
        return path.Variables.Any(variable => variable.Kind is VariableUseKind.Unset or VariableUseKind.MissingRequired) ? null : HostPath.Absolute(start ?? scope.Folder, path.Value, request.Environment);
    }

    /// <summary>The absolute path a text of the file means.</summary>
    public string PathOf(string written) => HostPath.Absolute(scope.Folder, Template.Substitute(written, Get).Value, request.Environment);
}
