using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Rules;

/// <summary>A service that depends on one nobody defines.</summary>
internal sealed class UndefinedServiceRule : Rule
{
    public override string Id => "undefined-service";

    public override RuleCategory Category => RuleCategory.Reference;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A service refers to a service that is not defined.";

    public override string Explanation =>
        """
        `links`, `depends_on`, `volumes_from`, `network_mode: service:…` and their like name another service. When the project
        defines no such service, Compose refuses the whole file: `service "web" depends on undefined service "db"`.

        Correct the name, define the service, or remove the reference. A file that is meant to be merged with others (an override file,
        or one whose services lack an image) is not judged by itself.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            depends_on:
              - bd
          db:
            image: postgres
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            depends_on:
              - db
          db:
            image: postgres
        """;

    internal override void Check(RuleContext context)
    {
        var file = context.File;
        if (file.Model.Format == ComposeFormat.Current)
        {
            ProjectProblems.Report(context, this);
            return;
        }

        if (file.IsPartial)
        {
            return;
        }

        foreach (var service in file.Model.Services)
        {
            foreach (var dependency in service.Dependencies)
            {
                if (dependency.IsRequired && !dependency.Target.Contains('$') && !file.Model.IsServiceName(dependency.Target) && !IsContainer(dependency) && !BrokenParts.MayDefine(file, dependency.Target))
                {
                    var nearest = Spelling.Nearest(dependency.Target, file.Model.Services.Where(s => s != service).Select(s => s.Name));
                    var advice = nearest is null ? "Define it or remove the reference." : $"Did you mean '{nearest}'?";
                    context.Report(dependency.Span, $"Service '{service.Name}' refers to service '{dependency.Target}' in '{dependency.Attribute}', which is not defined. {advice}", fixes: () => nearest is null ? [] : [ReferenceFixes.Rename(file, dependency, nearest)]);
                }
            }
        }

        // The first format's volumes_from also takes names of containers outside the file.
        bool IsContainer(Dependency dependency) => file.Model.Format == ComposeFormat.Legacy && dependency.Kind == DependencyKind.VolumesFrom;
    }
}
