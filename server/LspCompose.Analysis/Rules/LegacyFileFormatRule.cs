using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Rules;

/// <summary>Services at the root of the file, the first Compose file format.</summary>
internal sealed class LegacyFileFormatRule : Rule
{
    public override string Id => "legacy-file-format";

    public override RuleCategory Category => RuleCategory.Legacy;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "The services stand at the root of the file: the first file format, which Compose v2 refuses.";

    public override string Explanation =>
        """
        In the first format every key at the root is a service. Compose v2 reads only the current format and stops with
        `Additional property web is not allowed`; only docker-compose 1.x still runs such a file, on Docker's default bridge, where services do
        not even find each other by name.

        Wrap the services in `services:`. They then share the project's network and reach each other by name. With them go the attributes the current format
        renamed: `net` is `network_mode`, `dockerfile` moves into `build`, `log_driver` and `log_opt` into `logging`, named volumes
        are declared, with the `volume_driver` as their driver.
        """;

    public override string BadExample =>
        """
        web:
          image: nginx
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
        """;

    internal override void Check(RuleContext context)
    {
        var file = context.File;
        if (file.Model.Format != ComposeFormat.Legacy)
        {
            return;
        }

        var first = file.Model.Services[0];
        context.Report(
            first.Entry.Key.Span,
            $"Service '{first.Name}' stands at the root of the file, as in the first file format, which Compose v2 refuses. Put the services under 'services:'.",
            fixes: () => [.. LinkFixes.WholeFile(context.Workspace, file, FixKind.QuickFix), .. LegacyFixes.Wrap(context.Workspace, file)]);
    }
}
