using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Migration;

namespace LspCompose.Analysis.Rules;

/// <summary>The name of something external inside <c>external</c>, of which Compose warns.</summary>
internal sealed class DeprecatedExternalNameRule : Rule
{
    public override string Id => "deprecated-external-name";

    public override RuleCategory Category => RuleCategory.Legacy;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "The name of an external network, volume, secret or config stands inside `external`.";

    public override string Explanation =>
        """
        Formats 2.x and 3.0 to 3.3 named something external as `external: {name: NAME}`. Today `name` stands beside `external: true`; Compose still takes the old form, with
        a warning at every command.
        """;

    public override string BadExample =>
        """
        services:
          db:
            image: postgres
            volumes:
              - store:/var/lib/postgresql/data
        volumes:
          store:
            external:
              name: db-store
        """;

    public override string GoodExample =>
        """
        services:
          db:
            image: postgres
            volumes:
              - store:/var/lib/postgresql/data
        volumes:
          store:
            external: true
            name: db-store
        """;

    internal override void Check(RuleContext context)
    {
        foreach (var external in ExternalName.In(context.File))
        {
            context.Report(
                external.Span,
                $"The name of the external {external.Kind} '{external.Name}' stands inside 'external', of which Compose warns. Write 'external: true' and 'name: {external.Outside}'.",
                fixes: () => LegacyFixes.MoveExternalName(context.File, external),
                tag: FindingTag.Deprecated);
        }
    }
}
