namespace LspCompose.Analysis.Rules;

/// <summary>A network no service is on.</summary>
internal sealed class UnusedNetworkRule : UnusedDeclarationRule
{
    public override string Id => "unused-network";

    public override string Title => "A declared network has no service on it.";

    public override string Explanation =>
        """
        Compose creates only networks that some service joins, so this declaration does nothing. Often the line that connects a service to it was forgotten, or
        the name is spelt differently there; then the services sit on another network than you think.

        Connect a service to it, or remove it. The `default` network may be declared for its settings alone.

        Services of inactive profiles count, and so do all files of the project. Files that may be fragments of a larger project (override files, files that others
        include or extend) are not judged.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            networks:
              - front

        networks:
          front:
          back:
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            networks:
              - front

        networks:
          front:
        """;

    protected override string Section => "networks";

    protected override string Kind => "network";
}
