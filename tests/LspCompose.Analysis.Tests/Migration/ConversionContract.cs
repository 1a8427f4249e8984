using LspCompose.Analysis.Rules;
using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Migration;

/// <summary>What holds for every conversion of every file: nothing is lost, nobody reaches somebody else, nobody starts too early.</summary>
internal static class ConversionContract
{
    private static readonly HashSet<string> Rewritten =
        ["links", "external_links", "depends_on", "networks", "net", "network_mode", "dockerfile", "build", "log_driver", "log_opt", "logging", "volumes_from", "volume_driver"];

    /// <summary>Applies every fix of every finding and the migration of the whole file; returns what is wrong, none when all is well.</summary>
    public static IReadOnlyList<string> Violations(string text)
    {
        var before = Load(text);
        var findings = Findings(before);
        var violations = new List<string>();
        // Its fix changes what a service mounts, which is the point of it.
        foreach (var finding in findings.Where(finding => finding.Rule.Category == RuleCategory.Legacy && finding.Rule.Id != "deprecated-volumes-from"))
        {
            foreach (var fix in finding.Fixes)
            {
                var label = $"{finding.Rule.Id} {fix.Title}";
                if (fix.Edits.Count == 0)
                {
                    violations.Add($"no edits|{label}");
                    continue;
                }

                var after = Check(before, [.. fix.Edits.Select(edit => edit.Edit)], fix.IsSafe, label, violations);
                if (after is not null && !fix.Title.StartsWith("Convert all", StringComparison.Ordinal) && Count(Findings(after), finding) >= Count(findings, finding))
                {
                    violations.Add($"finding stays|{label}\n{after.Text.Content}");
                }
            }
        }

        var result = NetworkMigration.Run(Workspace.Empty.WithFile(before.Path, before.Text), before.Path, new MigrationOptions(), CancellationToken.None);
        if (Check(before, result.For(before.Path).Edits, true, "migrate", violations) is { } migrated)
        {
            var again = NetworkMigration.Run(Workspace.Empty.WithFile(before.Path, migrated.Text), before.Path, new MigrationOptions(), CancellationToken.None);
            if (again.Edits.Count > 0)
            {
                violations.Add($"not idempotent|migrate\n{migrated.Text.Content}\nagain:\n{migrated.Text.With(again.For(before.Path).Edits)}");
            }

            var open = Findings(migrated).Where(finding => finding.Rule.Id is "deprecated-link" or "deprecated-external-link" or "ambassador-container" or "legacy-file-format" or "circular-link").ToList();
            if (open.Count > 0 && result.Left.Count == 0)
            {
                violations.Add($"left without a reason|{string.Join('\n', open.Select(finding => finding.Message))}\n{migrated.Text}");
            }
        }

        return violations;
    }

    private static ComposeFile? Check(ComposeFile before, IReadOnlyList<TextEdit> edits, bool isSafe, string label, List<string> violations)
    {
        ComposeFile after;
        try
        {
            after = Load(before.Text.With(edits).Content);
        }
        catch (ArgumentException exception)
        {
            violations.Add($"edits|{label} {exception.Message}");
            return null;
        }

        void Add(string kind, string detail) => violations.Add($"{kind}|{label}: {detail}\n--- result\n{after.Text.Content}");
        if (after.Tree.Errors.Count > before.Tree.Errors.Count)
        {
            Add("syntax", after.Tree.Errors[0].Message);
            return after;
        }

        var missing = Comments(before).Except(Comments(after)).ToList();
        if (missing.Count > 0)
        {
            Add("comment lost", string.Join(' ', missing));
        }

        if (before.Text.Content.TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith('{') && !IsJson(after.Text.Content) && IsJson(before.Text.Content))
        {
            Add("no JSON any more", "");
        }

        CheckLines(before, after, Add);
        if (isSafe)
        {
            CheckNames(before, after, Add);
        }

        CheckData(before, after, Add);
        return after;
    }

    private static void CheckNames(ComposeFile before, ComposeFile after, Action<string, string> add)
    {
        var now = new NameContract(after, new HashSet<string>());
        var removed = before.Model.Services.Select(service => service.Name).Except(now.Services).ToHashSet();
        var old = new NameContract(before, removed);
        if (!removed.All(name => before.Ambassadors.Any(ambassador => ambassador.Service.Name == name)))
        {
            add("service lost", string.Join(' ', removed));
            return;
        }

        foreach (var consumer in now.Services)
        {
            foreach (var name in old.Names)
            {
                var was = old.Resolve(consumer, name);
                var isNow = now.Resolve(consumer, name);
                if (was.Count == 1 && !was.Overlaps(removed) && !was.SetEquals(isNow))
                {
                    add("resolves differently", $"{consumer}: {name} was {string.Join(',', was)}, is {string.Join(',', isNow)}");
                }
            }
        }

        if (old.Order().Except(now.Order()).ToList() is { Count: > 0 } lost)
        {
            add("order lost", string.Join(' ', lost));
        }

        if (now.Needs().Except(old.Needs()).ToList() is { Count: > 0 } gained)
        {
            add("order gained", string.Join(' ', gained));
        }
    }

    // Lines outside what is converted stay byte for byte, in their order; wrapping a file only indents them.
    private static void CheckLines(ComposeFile before, ComposeFile after, Action<string, string> add)
    {
        var touched = new HashSet<int>();
        void Touch(TextSpan span)
        {
            for (var line = before.Text.LineOf(span.Start); line <= before.Text.LineOf(Math.Max(span.Start, span.End - 1)); line++)
            {
                touched.Add(line);
            }
        }

        if (before.Model.Roots.Any(root => root.IsFlow))
        {
            return;
        }

        foreach (var service in before.Model.Services)
        {
            if (service.Body.IsFlow || after.Model.Find(service.Name) is null)
            {
                Touch(service.Entry.Span);
            }

            foreach (var entry in service.Body.Entries.Where(entry => Rewritten.Contains(entry.Name) || entry.Name == "volumes"))
            {
                Touch(entry.Span);
            }
        }

        // Fragments that services share may hold links too.
        foreach (var entry in before.Model.Roots.SelectMany(root => root.Entries).Where(entry => entry.Name is "version" or "networks" or "volumes" or "secrets" or "configs" || entry.Name.StartsWith("x-", StringComparison.Ordinal)))
        {
            Touch(entry.Span);
        }

        var isWrapped = before.Model.Format != after.Model.Format;
        string Normal(string line) => (isWrapped ? line.Trim(' ', '\uFEFF') : line.TrimStart('\uFEFF')).TrimEnd('\r', '\n');
        var next = 0;
        for (var line = 0; line < before.Text.LineCount; line++)
        {
            var content = Normal(before.Text.ToString(before.Text.FullLineSpan(line)));
            if (touched.Contains(line) || content.Trim().Length == 0)
            {
                continue;
            }

            var found = next;
            while (found < after.Text.LineCount && Normal(after.Text.ToString(after.Text.FullLineSpan(found))) != content)
            {
                found++;
            }

            if (found == after.Text.LineCount)
            {
                add("line changed", content);
                return;
            }

            var (old, now) = (Break(before.Text, line), Break(after.Text, found));
            if (old != now && old.Length > 0 && now.Length > 0)
            {
                add("line break changed", content);
            }

            next = found + 1;
        }
    }

    private static string Break(SourceText text, int line) => text.ToString(new TextSpan(text.LineSpan(line).End, text.FullLineSpan(line).End));

    // What is not converted means the same as before.
    private static void CheckData(ComposeFile original, ComposeFile converted, Action<string, string> add)
    {
        // A block scalar that ends the text without a line break gets one.
        var (before, after) = (FinalLineBreak.Ensure(original), FinalLineBreak.Ensure(converted));
        foreach (var service in before.Model.Services)
        {
            if (after.Model.Find(service.Name) is not { } now)
            {
                continue;
            }

            // A volume made by a driver, or named by a variable, gets a declared name at the same place.
            if (!SameValue.KeepsAttributes(service.Body, now.Body, Rewritten))
            {
                add("value changed", service.Name);
            }

            foreach (var entry in service.Body.Entries.Where(entry => !Rewritten.Contains(entry.Name) && entry.Name != "volumes"))
            {
                if (service.Body.Get(entry.Name) is { } old && (now.Body.Get(entry.Name) is not { } value || Show(value) != Show(old)))
                {
                    add("value changed", $"{service.Name}.{entry.Name}");
                }
            }
        }
    }

    private static string Show(YamlNode node) =>
        node.IsMapping ? $"{{{string.Join(',', node.Entries.Select(entry => entry.Name + ":" + Show(entry.Value)))}}}"
        : node.IsSequence ? $"[{string.Join(',', node.Items.Select(item => Show(item.Value)))}]"
        : node.Value.TrimEnd('\r', '\n');

    private static bool IsJson(string text)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(text.TrimStart('\uFEFF'));
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static int Count(IReadOnlyList<Finding> findings, Finding like) =>
        findings.Count(finding => finding.Rule.Id == like.Rule.Id && (like.Rule.Id != "deprecated-link" || finding.Message == like.Message));

    private static IReadOnlyList<Finding> Findings(ComposeFile file) =>
        Diagnostics.For(Workspace.Empty.WithFile(file.Path, file.Text), file.Path, CancellationToken.None).Findings;

    private static List<string> Comments(ComposeFile file) => [.. file.Tree.Comments.Select(file.Text.ToString).Select(comment => comment.TrimEnd())];

    private static ComposeFile Load(string text) => Workspace.Empty.WithFile(Markers.Path, SourceText.From(text)).Files.Single();
}
