using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>A file the project names that is not there.</summary>
internal sealed class MissingFileRule : Rule
{
    public override string Id => "missing-file";

    public override RuleCategory Category => RuleCategory.Reference;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A file that the project refers to does not exist or cannot be read.";

    public override string Explanation =>
        """
        Compose reads the files of `include`, `extends`, `env_file` and `label_file` before it does anything. If one is not there it stops:
        `env file web.env not found`, `label file web.labels not found`, for the others `no such file or directory`.

        Paths start from the folder of the project's first file; those in included and extended files from their own folder. A file of variables
        that may be absent is written in long form, with `required: false`.

        A project that is only looked at may run on another machine, which has what is missing here: then this is a warning, and an error
        only where the project is judged as it runs.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: nginx
            env_file:
              - web.env
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: nginx
            env_file:
              - path: web.env
                required: false
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
