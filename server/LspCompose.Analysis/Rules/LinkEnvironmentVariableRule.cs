using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.LinkEnvironment;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>Something only a link gives its consumer: an environment variable or a numbered host name.</summary>
internal sealed class LinkEnvironmentVariableRule : Rule
{
    // All of them in one edit is as long as the file, so it hangs on as many findings as anybody looks through.
    private const int MaxSharedFixes = 20;

    public override string Id => "link-environment-variable";

    public override RuleCategory Category => RuleCategory.Legacy;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "A service uses an environment variable or a numbered host name that only links give.";

    public override string Explanation =>
        """
        On Docker's default bridge a link `db` gave its consumer environment variables: `DB_PORT_5432_TCP_ADDR`, `DB_PORT_5432_TCP_PORT`, `DB_PORT`, `DB_NAME`, `DB_ENV_*` with every
        variable of the target, secrets included. Networks Compose makes never had them, so in a file with `services:` they are empty; Docker 29 stopped setting them on the default bridge too.
        A link also gives its consumer names such as `db_1`, which go with the link and are spelt `db-1` since Compose v2.

        Write the service's name and the port the service listens on. Where a program insists on a variable's name, set it in `environment`: `DB_PORT_5432_TCP_ADDR: db`. A variable that is set there
        is the service's own, and nothing is said about it.

        - Looked through are `command`, `entrypoint`, `environment`, `healthcheck`, `labels` and the files of `env_file`.
        - `$$DB_PORT_5432_TCP_ADDR` is filled in by the container's shell. `${DB_PORT_5432_TCP_ADDR}` is filled in by Compose before the container starts, from the shell and `.env`, where no link
          puts anything.
        - Passwords and other secrets of the target (`DB_ENV_POSTGRES_PASSWORD`) are never copied by a fix: set them for both services from one file or secret.
        - Some images look for the variables by themselves. Where that is known, the image is named.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: example/web
            command: sh -c "./wait-for $$DB_PORT_5432_TCP_ADDR $$DB_PORT_5432_TCP_PORT && ./serve"
            links:
              - db
          db:
            image: postgres
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: example/web
            command: sh -c "./wait-for db 5432 && ./serve"
            depends_on:
              - db
          db:
            image: postgres
        """;

    internal override void Check(RuleContext context)
    {
        var file = context.File;

        // What services share through anchors, or files of variables, is told once for its first user.
        var uses = LinkVariables.InFile(context.Workspace, file).DistinctBy(use => (use.Path, use.Span)).ToList();
        foreach (var (index, use) in uses.Index())
        {
            context.Report(
                use.Place,
                $"{What(file, use)} {Advice(use)}",
                related: use.Path == file.Path ? [] : [new RelatedLocation(use.Path, use.Span, $"'{use.Written}'")],
                fixes: () => index < MaxSharedFixes ? [.. LinkVariableFixes.ForUse(file, use), .. LinkVariableFixes.ForAll(file, uses)] : LinkVariableFixes.ForUse(file, use));
        }

        foreach (var service in file.Model.Services)
        {
            CheckImage(context, service);
        }
    }

    private static string What(ComposeFile file, LinkVariableUse use)
    {
        var (consumer, target) = ($"'{use.Link.Source.Name}'", $"'{use.Link.Target}'");
        var written = use.Path == file.Path ? $"'{use.Written}'" : $"'{use.Written}' in a file of '{use.Where}'";
        return use.Kind == LinkVariableKind.NumberedHost ? $"{written} is a host name that only the link to {target} gives {consumer}."
            : use.IsFilledInByCompose ? $"Compose fills in {written} itself, from the shell and '.env', and never from the link to {target}."
            : use.IsWithoutLink ? $"{written} is empty: it is a variable of a link to {target}, and no link sets it any more."
            : Networks.IsOnDefaultBridge(file, use.Link.Source) ? $"{written} is a variable of the link to {target}, which Docker 29 stopped setting and networks never had."
            : $"{written} is empty: until Docker 29 links set variables, but only on Docker's default bridge, where {consumer} is not.";
    }

    private static string Advice(LinkVariableUse use) =>
        use.Replacement is not null ? $"Write '{use.Value}' instead."
        : use.Value is { } value && use.Kind != LinkVariableKind.NumberedHost ? $"Set '{use.Name}' to '{value}' in 'environment', or write it where the name is read."
        : use.Kind == LinkVariableKind.TargetVariable ? $"Set '{use.Name}' in 'environment' of '{use.Link.Source.Name}', from where '{use.Link.Target}' has its own."
        : $"Set '{use.Name}' in 'environment' of '{use.Link.Source.Name}', or tell the program another way.";

    private void CheckImage(RuleContext context, Service service)
    {
        var file = context.File;
        if (service.Attribute("image") is not { IsScalar: true } image || !service.IsOwn(image) || ImplicitLinkReaders.Find(image.Value) is not { Kind: ImplicitLinkReaderKind.Variables } reader)
        {
            return;
        }

        // On other networks the variables never were, so any other image has found another way.
        var isOnBridge = Networks.IsOnDefaultBridge(file, service);
        var links = isOnBridge || reader.ExitsWithout ? service.Links.Concat(service.ExternalLinks).Where(link => reader.Looks(link.Alias)).ToList() : [];
        if (links.Count == 0 || LinkVariables.SetsOneOf(context.Workspace, file, service, reader.Instead, links))
        {
            return;
        }

        var until = reader.Until is { } end ? $" ({end})" : "";
        var fate = isOnBridge ? "which Docker 29 stopped setting and networks never had" : "which are only on Docker's default bridge, so here it exits";
        var advice = reader.Instead.Count > 0 ? $"Set '{reader.Instead[0]}' in 'environment' instead." : "Set them in 'environment', or let its clients connect to the service itself.";
        context.Report(new Problem(Id, new SourcePlace(file.Path, image.Span), $"Image '{image.Value}' reads {reader.Reads}{until}, {fate}. {advice}")
        {
            Severity = Severity.Info,
            Related = [.. links.Select(link => new RelatedLocation(file.Path, link.Item.Span, $"'{service.Name}' links '{link.Target}' as '{link.Alias}'"))],
        });
    }
}
