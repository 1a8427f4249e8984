using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.Projects;

/// <summary>Loads a project as Compose does, but goes on where Compose would stop, so that everything wrong is told at once.</summary>
public static class ProjectLoader
{
    // More rounds than any chain of files that name each other needs.
    private const int MaxRounds = 1000;

    /// <summary>Loads a project from what a workspace holds. Never throws on any content; time and memory are bounded.</summary>
    public static Project Load(Workspace workspace, ProjectRequest request)
    {
        var context = new LoadContext(workspace, request);
        var outside = Environment(context);
        var name = ProjectNames.Choose(context, outside);
        var variables = Variables.From(VariableSource.Compose, new Dictionary<string, string> { ["COMPOSE_PROJECT_NAME"] = name }).Or(outside);
        var scope = new Scope(request.Directory, variables);
        var merged = new ModelLoader(context).Load(request.Files, scope, []);
        LegacyFiles.Note(context, variables);
        var isRead = request.Files.Any(context.ComposePaths.Contains);
        if (isRead && merged.Entries.Count == 0)
        {
            ReportEmpty(context);
        }

        if (isRead && name.Length == 0 && request.Directory.Length > 0)
        {
            ProjectNames.ReportMissing(context, merged);
        }

        var normal = Normalizer.Apply(context, merged, name, variables);
        var active = Profiles.Active(normal, request.Profiles);
        var decoded = new Decoder(context).Decode(new ServiceFiles(context, variables).Apply(normal, active));
        new Consistency(context, normal, decoded, active).Check();
        Cycles.Check(context, decoded, active);
        return new Project(request)
        {
            Model = decoded.With(new ConfigEntry("name", decoded.Place, new ConfigScalar((decoded.Get("name") ?? decoded).Place, name))),
            Name = name,
            ActiveServices = active,
            Problems = [.. context.Problems.Problems.Where(problem => !(problem.IsAboutMissing && (request.IsFragment || context.HasUnknownParts)))],
            Paths = context.Paths,
            ComposePaths = context.ComposePaths,
            Unread = context.Unread,
            Scope = scope,
            Scopes = context.Scopes,
            HasUnknownParts = context.HasUnknownParts,
        };
    }

    /// <summary>The workspace with everything a project refers to read from a source, and the project loaded from it.</summary>
    public static (Workspace Workspace, Project Project) LoadAll(Workspace workspace, ProjectRequest request, IFileSource source)
    {
        for (var round = 0; ; round++)
        {
            var project = Load(workspace, request);
            if (project.Unread.Count == 0 || round == MaxRounds)
            {
                return (workspace, project);
            }

            foreach (var path in project.Unread)
            {
                workspace = workspace.WithSource(path, source.Read(path));
            }
        }
    }

    /// <summary>The variables texts are filled in from: those of the shell, then those of <c>.env</c> or the files named instead of it.</summary>
    internal static Variables Environment(LoadContext context)
    {
        var shell = Variables.From(VariableSource.Shell, context.Request.Environment);
        if (context.Request.EnvFiles.Count > 0)
        {
            return EnvFiles.Read(context, [.. context.Request.EnvFiles.Select(file => (file, (ConfigScalar?)null))], shell);
        }

        var file = HostPath.Absolute(context.Request.Directory, ".env", context.Request.Environment);
        switch (context.Find(file))
        {
            case FileContent.Present:
                return EnvFiles.Read(context, [(file, null)], shell);
            case FileContent.Unreadable unreadable:
                context.Problems.Add("missing-file", new SourcePlace(file, default), $"The file of variables beside the project, '.env', {unreadable.Reason}.");
                return shell;
            case null:
                context.HasUnreadVariables = true;
                return shell;
            default:
                return shell;
        }
    }

    private static void ReportEmpty(LoadContext context)
    {
        var path = context.Request.Files.First(context.ComposePaths.Contains);
        if (context.Request.Files.All(file => context.Workspace.FindComposeFile(file)?.Tree.Errors.Count is null or 0) && context.Problems.Problems.Count == 0)
        {
            context.Problems.Add("syntax-error", new SourcePlace(path, default), "The file holds nothing Compose could run. Start with 'services:' and a service below it.");
        }
    }
}
