using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Formatting;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Rules;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Settings;

/// <summary>Reads <c>.lspcompose.yaml</c>: severities of rules, the Compose to agree with and how files are laid out, for all files at and below its folder.</summary>
public static class SettingsFile
{
    /// <summary>The file's name.</summary>
    public const string Name = ".lspcompose.yaml";

    private static readonly string[] Keys = ["format", "rules", "strategy", "target"];

    /// <summary>What a rule can be set to.</summary>
    public static IReadOnlyList<string> Severities { get; } = ["error", "warning", "info", "hint", "off"];

    /// <summary>Reads settings; what is wrong in them is told with its place and left out.</summary>
    public static SettingsContent Read(SourceText text)
    {
        var tree = YamlSyntaxTree.Parse(text);
        var problems = tree.Errors.Select(error => new SettingsProblem(error.Span, error.Message)).ToList();
        var settings = AnalysisSettings.Default;
        if (problems.Count == 0 && tree.Documents is [{ Root: { } root }, ..])
        {
            settings = new Reader(problems).Read(root);
        }

        return new SettingsContent(settings, problems);
    }

    /// <summary>The findings of a settings file, in the order of their places; the settings themselves may say how grave they are, or that they are none.</summary>
    public static IReadOnlyList<Finding> Findings(string path, SettingsContent content) => UnknownSettingRule.Findings(path, content);

    internal static string NoRule(string id, string? nearest) =>
        $"There is no rule '{id}'. {(nearest is null ? "'lspcompose explain --all' explains every rule." : $"Did you mean '{nearest}'?")}";

    internal static string? NearestRule(string id) => Spelling.Nearest(id, RuleCatalogue.All.Select(rule => rule.Id));

    private sealed class Reader(List<SettingsProblem> problems)
    {
        private readonly Dictionary<string, Severity?> rules = new(StringComparer.Ordinal);

        public AnalysisSettings Read(YamlNode root)
        {
            if (!root.IsMapping)
            {
                if (!root.IsNull)
                {
                    Report(root.Span, $"Settings are a mapping with the keys {KeyNames}.");
                }

                return AnalysisSettings.Default;
            }

            var target = AnalysisSettings.Default.Target;
            var strategy = AnalysisSettings.Default.Strategy;
            var format = AnalysisSettings.Default.Format;
            foreach (var entry in root.Entries)
            {
                switch (entry.Name)
                {
                    case "format":
                        format = ReadFormat(entry.Value);
                        break;
                    case "rules":
                        ReadRules(entry.Value);
                        break;
                    case "target":
                        target = ReadTarget(entry) ?? target;
                        break;
                    case "strategy":
                        strategy = ReadStrategy(entry) ?? strategy;
                        break;
                    default:
                        var nearest = Spelling.Nearest(entry.Name, Keys);
                        Report(entry.Key.Span, $"There is no setting '{entry.Name}'. {(nearest is null ? $"There are {KeyNames}." : $"Did you mean '{nearest}'?")}", nearest);
                        break;
                }
            }

            return new AnalysisSettings { Rules = rules, Target = target, Strategy = strategy, Format = format };
        }

        private static string KeyNames => Quoted(Keys);

        private static string Quoted(IReadOnlyList<string> names) => $"'{string.Join("', '", names.SkipLast(1))}' and '{names[^1]}'";

        private static string Choices(IReadOnlyList<string> values) => $"{string.Join(", ", values.SkipLast(1))} or {values[^1]}";

        private void ReadRules(YamlNode value)
        {
            if (!value.IsMapping && !value.IsNull)
            {
                Report(value.Span, "'rules' is a mapping of rule ids to severities.");
            }

            foreach (var entry in value.Entries)
            {
                ReadRule(entry);
            }
        }

        private void ReadRule(YamlEntry entry)
        {
            if (!RuleCatalogue.TryGet(entry.Name, out _))
            {
                var nearest = NearestRule(entry.Name);
                Report(entry.Key.Span, NoRule(entry.Name, nearest), nearest);
            }
            else if (entry.Value.IsScalar && entry.Value.Value is "off" or "false")
            {
                // YAML 1.1 reads a plain "off" as false; both are taken.
                rules[entry.Name] = null;
            }
            else if (entry.Value.IsScalar && SeverityNames.TryParse(entry.Value.Value, out var severity))
            {
                rules[entry.Name] = severity;
            }
            else
            {
                ReportValue(entry, $"'{entry.Name}' is set to no severity. Choose {Choices(Severities)}.", Severities);
            }
        }

        private FormatOptions ReadFormat(YamlNode value)
        {
            if (!value.IsMapping && !value.IsNull)
            {
                Report(value.Span, "'format' is a mapping of settings of the formatter.");
            }

            var options = FormatOptions.Default;
            foreach (var entry in value.Entries)
            {
                if (!FormatSettings.TryGet(entry.Name, out var setting))
                {
                    var nearest = Spelling.Nearest(entry.Name, FormatSettings.All.Select(known => known.Key));
                    Report(entry.Key.Span, $"The formatter has no setting '{entry.Name}'. {(nearest is null ? $"There are {Quoted([.. FormatSettings.All.Select(known => known.Key)])}." : $"Did you mean '{nearest}'?")}", nearest);
                }
                else if (entry.Value.IsScalar && setting.Words.Contains(entry.Value.Value))
                {
                    options = setting.Apply(options, entry.Value.Value);
                }
                else
                {
                    ReportValue(entry, $"'{entry.Name}' is {Choices(setting.Words)}.", setting.Words);
                }
            }

            return options;
        }

        private ComposeTarget? ReadTarget(YamlEntry entry)
        {
            if (TargetNames.Parse(entry.Value.IsScalar ? entry.Value.Value : null) is { } target)
            {
                return target;
            }

            ReportValue(entry, $"'target' names no Compose that is known here. Choose {Choices(TargetNames.All)}.", TargetNames.All);
            return null;
        }

        private NetworkStrategy? ReadStrategy(YamlEntry entry)
        {
            if (StrategyNames.Parse(entry.Value.IsScalar ? entry.Value.Value : null) is { } strategy)
            {
                return strategy;
            }

            ReportValue(entry, $"'strategy' is {Choices(StrategyNames.All)}: whether links give way to a network of its own name or to the default one.", StrategyNames.All);
            return null;
        }

        private void ReportValue(YamlEntry entry, string message, IEnumerable<string> known) => Report(
            entry.Value.IsMissing ? entry.Key.Span : entry.Value.Span,
            message,
            entry.Value.IsScalar && !entry.Value.IsMissing ? Spelling.Nearest(entry.Value.Value, known) : null);

        private void Report(TextSpan span, string message, string? nearest = null) => problems.Add(new SettingsProblem(span, message) { Nearest = nearest });
    }
}
