using LspCompose.Analysis;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Rules;
using LspCompose.Cli.Output;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Settings;

/// <summary>Reads <c>.lspcompose.yaml</c>: severities of rules, for all files at and below its folder.</summary>
internal static class SettingsFile
{
    /// <summary>The file's name.</summary>
    public const string Name = ".lspcompose.yaml";

    private static readonly string[] Keys = ["rules"];

    internal static readonly string[] Severities = ["error", "warning", "info", "hint", "off"];

    /// <summary>Reads settings; what is wrong in them is reported with its place and left out.</summary>
    public static AnalysisSettings Parse(string path, SourceText text, Problems problems)
    {
        var tree = YamlSyntaxTree.Parse(text);
        foreach (var error in tree.Errors)
        {
            Report(error.Span, error.Message);
        }

        var rules = new Dictionary<string, Severity?>(StringComparer.Ordinal);
        if (tree.Errors.Count > 0 || tree.Documents is not [{ Root: { } root }, ..])
        {
            return AnalysisSettings.Default;
        }

        if (!root.IsMapping)
        {
            Report(root.Span, "settings are a mapping with the key 'rules'");
            return AnalysisSettings.Default;
        }

        foreach (var entry in root.Entries)
        {
            if (entry.Name != "rules")
            {
                Report(entry.Key.Span, $"unknown setting '{entry.Name}'; {Suggestion.For(entry.Name, Keys) ?? "there is 'rules'"}");
            }
            else if (!entry.Value.IsMapping && !entry.Value.IsNull)
            {
                Report(entry.Value.Span, "'rules' is a mapping of rule ids to severities");
            }
            else
            {
                foreach (var rule in entry.Value.Entries)
                {
                    ReadRule(rule);
                }
            }
        }

        return new AnalysisSettings { Rules = rules };

        void ReadRule(YamlEntry entry)
        {
            if (!RuleCatalogue.TryGet(entry.Name, out _))
            {
                Report(entry.Key.Span, Suggestion.NoRule(entry.Name));
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
                Report(entry.Value.Span, $"'{entry.Name}' is set to no severity; choose {string.Join(", ", Severities[..^1])} or {Severities[^1]}");
            }
        }

        void Report(TextSpan span, string message)
        {
            var position = text.PositionAt(span.Start);
            problems.Report($"{path}:{position.Line + 1}:{position.Character + 1}: {message}");
        }
    }
}
