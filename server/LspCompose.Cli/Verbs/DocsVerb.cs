using System.CommandLine;
using LspCompose.Analysis.Rules;

namespace LspCompose.Cli.Verbs;

/// <summary><c>lspcompose docs</c>: the generated pages of the repository it is run in.</summary>
internal static class DocsVerb
{
    private const string Folder = "docs/rules";

    /// <summary>Makes the command.</summary>
    public static Command Create(Host host)
    {
        var write = new Option<bool>("--write") { Description = "Write the pages." };
        var check = new Option<bool>("--check") { Description = "Exit with 1 when a page is not what would be written." };
        var command = new Command("docs", "Generate docs/rules from the rules (for contributors, run in the repository).") { write, check };
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
                problems.Report($"{Folder}: {Input.InputReader.Reason(exception)}");
                return ExitCodes.Failure;
            }
        });
        return command;
    }

    private static Dictionary<string, string> Pages()
    {
        var pages = RuleCatalogue.All.ToDictionary(rule => $"{rule.Id}.md", RuleDocumentation.Markdown, StringComparer.Ordinal);
        pages.Add("README.md", RuleDocumentation.Index());
        return pages;
    }

    private static int Write(Host host)
    {
        var folder = Directory.CreateDirectory(host.FullPath(Folder)).FullName;
        var pages = Pages();
        foreach (var (name, content) in pages)
        {
            File.WriteAllText(Path.Combine(folder, name), content);
        }

        foreach (var stray in Strays(folder, pages))
        {
            File.Delete(Path.Combine(folder, stray));
        }

        host.Output.WriteLine($"{pages.Count} pages written to {Folder}.");
        return ExitCodes.Success;
    }

    private static int Check(Host host)
    {
        var folder = host.FullPath(Folder);
        var pages = Pages();
        var stale = pages.Where(page => !HasContent(Path.Combine(folder, page.Key), page.Value)).Select(page => page.Key)
            .Concat(Strays(folder, pages)).Order(StringComparer.Ordinal).ToList();
        foreach (var name in stale)
        {
            host.Output.WriteLine($"{Folder}/{name} is out of date; run 'lspcompose docs --write'");
        }

        return stale.Count > 0 ? ExitCodes.Findings : ExitCodes.Success;
    }

    private static bool HasContent(string path, string content) => File.Exists(path) && File.ReadAllText(path) == content;

    /// <summary>Pages of rules that are no more.</summary>
    private static IEnumerable<string> Strays(string folder, Dictionary<string, string> pages) => Directory.Exists(folder)
        ? Directory.GetFiles(folder, "*.md").Select(path => Path.GetFileName(path)).Where(name => !pages.ContainsKey(name))
        : [];
}
