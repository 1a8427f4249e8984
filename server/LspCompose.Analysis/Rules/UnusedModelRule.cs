namespace LspCompose.Analysis.Rules;

/// <summary>A model no service is bound to.</summary>
internal sealed class UnusedModelRule : UnusedDeclarationRule
{
    public override string Id => "unused-model";

    public override string Title => "A declared AI model is bound to no service.";

    public override string Explanation =>
        """
        A service is told where a model answers only when it lists the model under `models`. A declaration alone does nothing.

        Bind it to a service, or remove it.

        Services of inactive profiles count, and so do all files of the project. Files that may be fragments of a larger project (override files, files that others
        include or extend) are not judged.
        """;

    public override string BadExample =>
        """
        services:
          chat:
            image: example/chat

        models:
          llm:
            model: ai/smollm2
        """;

    public override string GoodExample =>
        """
        services:
          chat:
            image: example/chat
            models:
              - llm

        models:
          llm:
            model: ai/smollm2
        """;

    protected override string Section => "models";

    protected override string Kind => "model";
}
