using System.CommandLine;
using LspCompose.Analysis.Rules;
using LspCompose.Cli.Settings;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose docs</c>: the generated files of the repository it is run in.</summary>
internal static class DocsVerb
{
    private const string RulePages = "docs/rules";

    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        var write = new Option<bool>("--write") { Description = "Write the files." };
        var check = new Option<bool>("--check") { Description = "Exit with 1 when a file is not what would be written." };
        var command = new Command("docs", "Generate docs/rules and the schema of the settings from the rules (for contributors, run in the repository).") { write, check };
        command.Validators.Add(result =>
        {
            if (result.GetValue(write) == result.GetValue(check))
            {
                result.AddError("Choose one of --write and --check.");
            }
        });
        command.SetAction(parsed =>
        {
            var problems = new Problems(host.Error);
            try
            {
                return parsed.GetValue(write) ? Write(host) : Check(host);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Report($"docs: {Input.InputReader.Reason(exception)}");
                return ExitCodes.Failure;
            }
        });
        return command;
    }

    /// <summary>What is generated, by path from the repository's root.</summary>
    private static Dictionary<string, string> Files()
    {
        var files = RuleCatalogue.All.ToDictionary(rule => $"{RulePages}/{rule.Id}.md", RuleDocumentation.Markdown, StringComparer.Ordinal);
        files.Add($"{RulePages}/README.md", RuleDocumentation.Index());
        files.Add("schemas/settings.schema.json", SettingsSchema.Json());
        return files;
    }

    private static int Write(Host host)
    {
        var files = Files();
        foreach (var (path, content) in files)
        {
            var full = host.FullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full);
            File.WriteAllText(full, content);
        }

        foreach (var stray in Strays(host, files))
        {
            File.Delete(host.FullPath(stray));
        }

        host.Output.WriteLine($"{files.Count} files written.");
        return ExitCodes.Success;
    }

    private static int Check(Host host)
    {
        var files = Files();
        var stale = files.Where(file => !HasContent(host.FullPath(file.Key), file.Value)).Select(file => file.Key)
            .Concat(Strays(host, files)).Order(StringComparer.Ordinal).ToList();
        foreach (var path in stale)
        {
            host.Output.WriteLine($"{path} is out of date; run 'lspcompose docs --write'");
        }

        return stale.Count > 0 ? ExitCodes.Findings : ExitCodes.Success;
    }

    private static bool HasContent(string path, string content) => File.Exists(path) && File.ReadAllText(path) == content;

    /// <summary>Pages of rules that are no more.</summary>
    private static IEnumerable<string> Strays(Host host, Dictionary<string, string> files) => Directory.Exists(host.FullPath(RulePages))
        ? Directory.GetFiles(host.FullPath(RulePages), "*.md").Select(path => $"{RulePages}/{Path.GetFileName(path)}").Where(path => !files.ContainsKey(path))
        : [];
}
