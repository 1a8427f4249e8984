using LspCompose.Analysis;
using LspCompose.Analysis.Features.Hints;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Rules;
using LspCompose.Analysis.Settings;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Sessions;

/// <summary>Reads the user's settings, which may be anything: what makes no sense is reported and left out.</summary>
internal static class SettingsReader
{
    /// <summary>
    /// Finds our section in what a client sent as its settings: under <c>lspcompose</c>, the section itself, or flat keys like
    /// <c>lspcompose.rules</c>. Null when there is none.
    /// </summary>
    public static JObject? Section(JToken? settings)
    {
        if (settings is not JObject all)
        {
            return null;
        }

        if (all["lspcompose"] is JObject section)
        {
            return section;
        }

        var flat = new JObject(all.Properties().Where(p => p.Name.StartsWith("lspcompose.", StringComparison.Ordinal)).Select(p => new JProperty(p.Name["lspcompose.".Length..], p.Value)));
        return flat.HasValues ? flat : all["rules"] is not null || all["diagnostics"] is not null || all["target"] is not null || all["strategy"] is not null || all["format"] is not null || all["inlayHints"] is not null || all["engine"] is not null ? all : null;
    }

    /// <summary>Reads the settings of our section; each problem is told to <paramref name="warn"/>.</summary>
    public static EditorSettings Read(JObject section, Action<string> warn)
    {
        var rules = new Dictionary<string, Severity?>(StringComparer.Ordinal);
        if (section["rules"] is JObject entries)
        {
            foreach (var (id, value) in entries)
            {
                if (!RuleCatalogue.TryGet(id, out _))
                {
                    warn($"The setting lspcompose.rules.{id} has no effect: there is no rule '{id}'.");
                }
                else if (TryReadSeverity(value, out var severity))
                {
                    rules[id] = severity;
                }
                else
                {
                    warn($"The setting lspcompose.rules.{id} is not one of {string.Join(", ", SettingsFile.Severities)}.");
                }
            }
        }
        else if (section["rules"] is { Type: not JTokenType.Null })
        {
            warn("The setting lspcompose.rules is not an object from rule ids to severities.");
        }

        return new EditorSettings { Rules = rules, Target = ReadTarget(section["target"], warn), Strategy = ReadStrategy(section["strategy"], warn), Format = ReadFormat(section, warn), InlayHints = ReadInlayHints(section, warn), UsesEngine = ReadSwitch(section, "engine", "enabled", warn) };
    }

    /// <summary>How diagnostics are to reach the client: <c>lspcompose.diagnostics.mode</c> in the initialization options.</summary>
    public static DiagnosticsMode Mode(JToken? initializationOptions) =>
        ((Section(initializationOptions)?["diagnostics"] as JObject)?["mode"] as JValue)?.Value switch
        {
            "push" => DiagnosticsMode.Push,
            "pull" => DiagnosticsMode.Pull,
            _ => DiagnosticsMode.Auto,
        };

    /// <summary>The commands the client has: <c>lspcompose.commands</c> in the initialization options.</summary>
    public static IReadOnlySet<string> Commands(JToken? initializationOptions) =>
        ((Section(initializationOptions)?["commands"] as JArray) ?? []).Select(command => (command as JValue)?.Value as string).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>True when the client shows whether a Docker engine was found: <c>lspcompose.engineStatus</c> in the initialization options.</summary>
    public static bool ShowsEngineStatus(JToken? initializationOptions) => Section(initializationOptions)?["engineStatus"] is JValue { Value: true };

    private static ComposeTarget? ReadTarget(JToken? value, Action<string> warn)
    {
        // Settings forms know no other way to say that nothing is set.
        if (value is null or JValue { Value: null or "" })
        {
            return null;
        }

        var target = TargetNames.Parse((value as JValue)?.Value as string);
        if (target is null)
        {
            warn($"The setting lspcompose.target is not one of {string.Join(", ", TargetNames.All)}.");
        }

        return target;
    }

    private static NetworkStrategy? ReadStrategy(JToken? value, Action<string> warn)
    {
        if (value is null or JValue { Value: null or "" })
        {
            return null;
        }

        var strategy = StrategyNames.Parse((value as JValue)?.Value as string);
        if (strategy is null)
        {
            warn($"The setting lspcompose.strategy is not one of {string.Join(", ", StrategyNames.All)}.");
        }

        return strategy;
    }

    private static Dictionary<string, string> ReadFormat(JObject section, Action<string> warn)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in FormatSettings.All)
        {
            var value = section[$"format.{setting.Key}"] ?? (section["format"] as JObject)?[setting.Key];
            if (value is null or JValue { Value: null or "" })
            {
                continue;
            }

            var word = value is JValue ? value.ToString(Newtonsoft.Json.Formatting.None).Trim('"') : "";
            if (setting.Words.Contains(word))
            {
                words[setting.Key] = word;
            }
            else
            {
                warn($"The setting lspcompose.format.{setting.Key} is not one of {string.Join(", ", setting.Words)}.");
            }
        }

        return words;
    }

    private static HashSet<InlayHintKind> ReadInlayHints(JObject section, Action<string> warn)
    {
        var kinds = new HashSet<InlayHintKind>(InlayHintKinds.Every);
        foreach (var (name, kind) in InlayHintKinds.All)
        {
            if (!ReadSwitch(section, "inlayHints", name, warn))
            {
                kinds.Remove(kind);
            }
        }

        return kinds;
    }

    // On unless it is switched off.
    private static bool ReadSwitch(JObject section, string group, string name, Action<string> warn)
    {
        switch ((section[$"{group}.{name}"] ?? (section[group] as JObject)?[name]) as JValue)
        {
            case null or { Value: null or true }:
                return true;
            case { Value: false }:
                return false;
            default:
                warn($"The setting lspcompose.{group}.{name} is neither true nor false.");
                return true;
        }
    }

    private static bool TryReadSeverity(JToken? value, out Severity? severity)
    {
        severity = (value as JValue)?.Value switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "info" or "information" => Severity.Info,
            "hint" => Severity.Hint,
            _ => null,
        };
        return severity is not null || (value as JValue)?.Value is "off";
    }
}
