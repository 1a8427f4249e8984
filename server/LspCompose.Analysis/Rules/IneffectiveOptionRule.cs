using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>Parts of values that Compose takes without a word and that then do nothing, or that the engine refuses.</summary>
internal sealed class IneffectiveOptionRule : Rule
{
    // They tuned Docker Desktop once, mean something to Podman, or say what holds anyway; whoever wrote them knows.
    private static readonly string[] HarmlessOptions = ["cached", "delegated", "consistent", "bind", "rbind", "U", "O", ""];

    public override string Id => "ineffective-option";

    public override RuleCategory Category => RuleCategory.Value;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "A part of a value is dropped or refused after Compose took it.";

    public override string Explanation =>
        """
        Compose does not look into every value it takes:

        - A `command` or `entrypoint` written as one text is split into words without a shell. At the first `;`, `&`, `|`, `<` or `>` outside quotes Compose stops
          reading: of `migrate && serve` only `migrate` runs. For a shell write `sh -c "migrate && serve"`; for the character itself use quotes or the list form.
        - Options behind the second colon of a volume that Compose does not know (`./data:/data:readonly`) are dropped; the volume is writable.
        - `restart` takes any text; Docker refuses all but `no`, `always`, `unless-stopped` and `on-failure`, the last one with a number of attempts if wanted.
        """;

    public override string BadExample =>
        """
        services:
          web:
            image: example/web
            command: migrate && serve
            restart: allways
            volumes:
              - ./data:/data:readonly
        """;

    public override string GoodExample =>
        """
        services:
          web:
            image: example/web
            command: sh -c "migrate && serve"
            restart: always
            volumes:
              - ./data:/data:ro
        """;

    internal override void Check(RuleContext context)
    {
        var file = context.File;
        if (file.Model.Format != ComposeFormat.Current)
        {
            return;
        }

        Restart(context);
        var reported = new HashSet<TextSpan>();
        foreach (var service in file.Model.Services)
        {
            Command(context, service, "command", reported);
            Command(context, service, "entrypoint", reported);
            Volumes(context, service, reported);
        }
    }

    private void Restart(RuleContext context)
    {
        var project = context.Workspace.Projects.For(context.File.Path);
        var reported = new HashSet<SourcePlace>();
        foreach (var service in ProjectService.Of(project))
        {
            if (service.Body.Get("restart") is ConfigScalar { Text: { Length: > 0 } text } restart && ModelParts.IsJudged(context, restart.Place) && RestartPolicy.Parse(text) is { IsValid: false } policy
                && !ModelParts.HasUnset(project, restart.Place) && restart.PlaceOf(policy.Error.Span) is var place && reported.Add(place))
            {
                context.Report(new Problem(Id, place, $"{policy.Error.Message} Docker refuses the container."));
            }
        }
    }

    // The project has the words only, no longer the text.
    private static void Command(RuleContext context, Service service, string key, HashSet<TextSpan> reported)
    {
        if (service.Attribute(key) is not { IsScalar: true, IsNull: false } line || HasVariable(line) || ShellWords.Split(line.Value) is not { IsValid: true } words || words.Value.Dropped is not { } dropped)
        {
            return;
        }

        var text = line.Value[dropped.Start..].TrimEnd();
        var span = new ScalarOrigin(line, context.File.Text).ToSource(TextSpan.FromLength(dropped.Start, text.Length));
        if (text.Length > 0 && IsJudged(context, span) && reported.Add(span))
        {
            context.Report(
                span,
                $"Compose drops this part of '{key}': it splits the text without a shell and stops at '{text[0]}'. For a shell write sh -c \"…\"; for the character itself put it in quotes.",
                tag: FindingTag.Unnecessary);
        }
    }

    private static void Volumes(RuleContext context, Service service, HashSet<TextSpan> reported)
    {
        if (service.Attribute("volumes") is not { IsSequence: true } volumes)
        {
            return;
        }

        foreach (var item in volumes.Items)
        {
            var volume = service.Resolve(item.Value);
            if (!volume.IsScalar || HasVariable(volume) || VolumeSpec.Parse(volume.Value) is not { IsValid: true } mount)
            {
                continue;
            }

            foreach (var option in mount.Value.Options)
            {
                if (option.IsKnown || HarmlessOptions.Contains(option.Name))
                {
                    continue;
                }

                var span = new ScalarOrigin(volume, context.File.Text).ToSource(option.Span);
                if (IsJudged(context, span) && reported.Add(span))
                {
                    context.Report(span, $"Compose drops '{option.Name}': it is no option of a volume's short form. It knows ro, rw, nocopy, z, Z and the propagations such as rshared.", tag: FindingTag.Unnecessary);
                }
            }
        }
    }

    private static bool IsJudged(RuleContext context, TextSpan span) => ModelParts.IsJudged(context, new SourcePlace(context.File.Path, span));

    // A variable may bring quotes or further options; '$$' is only a dollar sign.
    private static bool HasVariable(YamlNode scalar) => scalar.Value.Replace("$$", "", StringComparison.Ordinal).Contains('$');
}
