using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Rules;

/// <summary>A service that uses a model nobody declares.</summary>
internal sealed class UndefinedModelRule : Rule
{
    public override string Id => "undefined-model";

    public override RuleCategory Category => RuleCategory.Reference;

    public override Severity DefaultSeverity => Severity.Error;

    public override string Title => "A service uses a model that is not defined.";

    public override string Explanation =>
        """
        A service names the AI models it talks to; which ones these are stands under the top-level `models`. Without such an entry Compose refuses
        the whole file: `service "chat" refers to undefined model llm`.

        Correct the name, or declare the model with `model`, its name in a registry.
        """;

    public override string BadExample =>
        """
        services:
          chat:
            image: chat
            models:
              - lm

        models:
          llm:
            model: ai/smollm2
        """;

    public override string GoodExample =>
        """
        services:
          chat:
            image: chat
            models:
              - llm

        models:
          llm:
            model: ai/smollm2
        """;

    internal override void Check(RuleContext context) => ProjectProblems.Report(context, this);
}
