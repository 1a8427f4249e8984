namespace LspCompose.Analysis.Rules;

/// <summary>A config no service gets.</summary>
internal sealed class UnusedConfigRule : UnusedDeclarationRule
{
    public override string Id => "unused-config";

    public override string Title => "A declared config is given to no service.";

    public override string Explanation =>
        """
        A config reaches a container only when the service lists it under `configs`, or names it in `credential_spec`. A declaration alone does nothing.

        Give it to a service, or remove it.

        Services of inactive profiles count, and so do all files of the project. Files that may be fragments of a larger project (override files, files that others
        include or extend) are not judged.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx

        configs:
          site:
            content: server { listen 80; }
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            configs:
              - source: site
                target: /etc/nginx/conf.d/default.conf

        configs:
          site:
            content: server { listen 80; }
        """;

    protected override string Section => "configs";

    protected override string Kind => "config";
}
