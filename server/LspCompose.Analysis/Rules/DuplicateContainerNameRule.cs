using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>Two services whose containers have the same name.</summary>
internal sealed class DuplicateContainerNameRule : Rule
{
    public override string Id => "duplicate-container-name";

    public override RuleCategory Category => RuleCategory.Consistency;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "Two services give their containers the same name.";

    public override string Explanation =>
        """
        A container's name is unique on an engine, so of two services with the same `container_name` only one could ever start. Compose refuses the project
        beforehand: `container name "app" is already in use by service`. Older Compose does not, and the engine refuses the second container.

        Give one of them another name, or take `container_name` out: Compose names containers after project and service, and services reach each other by
        service name anyway.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            container_name: app
          worker:
            image: nginx
            container_name: app
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
          worker:
            image: nginx
            container_name: app
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
