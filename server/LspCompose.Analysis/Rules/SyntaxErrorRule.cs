using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>Text that is not YAML, or no Compose file at all.</summary>
internal sealed class SyntaxErrorRule : Rule
{
    public override string Id => "syntax-error";

    public override RuleCategory Category => RuleCategory.Syntax;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "The text is not valid YAML, or not a mapping as a Compose file must be.";

    public override string Explanation =>
        """
        Compose reads nothing of a file whose YAML is broken. LspCompose reads the rest: it marks each broken place,
        at most one a line, and goes on checking the services around it.

        A Compose file is a mapping at its top level, so an empty file, a list or a single word is refused as well.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: "nginx
            ports:
              - "80:80"
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: "nginx"
            ports:
              - "80:80"
        """;

    internal override void Check(RuleContext context)
    {
        var file = context.File;
        foreach (var error in file.Tree.Errors)
        {
            context.Report(error.Span, error.Message, fixes: () => error.FixTitle is { } title
                ? [new Fix(title, FixKind.QuickFix, () => [.. error.FixEdits.Select(edit => new FileEdit(file.Path, edit))]) { IsPreferred = true }]
                : []);
        }

        if (file.Tree.Errors.Count == 0)
        {
            ProjectProblems.Report(context, this);
        }
    }
}
