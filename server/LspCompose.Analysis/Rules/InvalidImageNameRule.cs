using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>An image whose name Docker cannot read.</summary>
internal sealed class InvalidImageNameRule : Rule
{
    public override string Id => "invalid-image-name";

    public override RuleCategory Category => RuleCategory.Value;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "The name of an image is not one that Docker can read.";

    public override string Explanation =>
        """
        Compose takes any text for `image`. Docker stops only when it pulls or builds: `invalid reference format`.

        A name is `[REGISTRY/]REPOSITORY[:TAG][@DIGEST]`. The repository has lower case letters and digits, with `.`, `_`, `__` or dashes between them, in parts
        that slashes separate. A name with a variable that is not set is not judged.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: MyCompany/web:1.0
            build: .
          db:
            image: postgres:16 alpine
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: mycompany/web:1.0
            build: .
          db:
            image: postgres:16-alpine
        """;

    internal override void Check(RuleContext context)
    {
        var project = context.Workspace.Projects.For(context.File.Path);
        var reported = new HashSet<SourcePlace>();
        foreach (var service in ProjectService.Of(project))
        {
            if (service.Body.Get("image") is not ConfigScalar { Text: { Length: > 0 } text } image || !ModelParts.IsJudged(context, image.Place))
            {
                continue;
            }

            var name = ImageName.Parse(text);
            if (!name.IsValid && !ModelParts.HasUnset(project, image.Place) && image.PlaceOf(Wrong(name.Error, text)) is var place && reported.Add(place))
            {
                context.Report(new Problem(Id, place, name.Error.Message));
            }
        }
    }

    // What is missing has no characters to mark.
    private static TextSpan Wrong(ValueError error, string text) => error.Span.IsEmpty ? new TextSpan(0, text.Length) : error.Span;
}
