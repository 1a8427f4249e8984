using System.Text.RegularExpressions;

namespace LspCompose.Analysis.Dockerfiles;

/// <summary>Finds the stages of a Dockerfile: https://docs.docker.com/reference/dockerfile/#from.</summary>
internal static partial class BuildStages
{
    /// <summary>The stages that have a name, in the order of the text; of equal names (case does not count) the first. Takes any text.</summary>
    public static IReadOnlyList<BuildStage> Find(string dockerfile)
    {
        var stages = new List<BuildStage>();
        var lines = dockerfile.TrimStart('\uFEFF').Split('\n');
        var escape = Escape(lines);
        for (var at = 0; at < lines.Length; at++)
        {
            var start = at;
            var words = Words(Instruction(lines, ref at, escape));
            if (words is [var keyword, ..] && keyword.Equals("FROM", StringComparison.OrdinalIgnoreCase))
            {
                if (words[1..].SkipWhile(word => word.StartsWith("--", StringComparison.Ordinal)).ToArray() is [var from, var separator, var name]
                    && separator.Equals("AS", StringComparison.OrdinalIgnoreCase) && Name().IsMatch(name)
                    && !stages.Exists(stage => stage.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                {
                    stages.Add(new BuildStage(name, from, start));
                }
            }
            else
            {
                SkipHeredocs(words, lines, ref at);
            }
        }

        return stages;
    }

    // Directives stand above everything else.
    private static char Escape(string[] lines)
    {
        foreach (var line in lines)
        {
            if (Directive().Match(line) is not { Success: true } directive)
            {
                break;
            }

            if (directive.Groups["name"].Value.Equals("escape", StringComparison.OrdinalIgnoreCase))
            {
                return directive.Groups["value"].Value is "`" ? '`' : '\\';
            }
        }

        return '\\';
    }

    /// <summary>One instruction with the lines it goes on in; comments and blank lines among them do not end it. Moves to its last line.</summary>
    private static string Instruction(string[] lines, ref int at, char escape)
    {
        var text = "";
        for (; at < lines.Length; at++)
        {
            var line = lines[at].TrimEnd();
            if (line.TrimStart() is "" or ['#', ..])
            {
                if (text.Length == 0)
                {
                    return "";
                }

                continue;
            }

            if (line[^1] != escape)
            {
                return text + line;
            }

            text += line[..^1];
        }

        return text;
    }

    private static void SkipHeredocs(string[] words, string[] lines, ref int at)
    {
        var instruction = words.SkipWhile(word => word.Equals("ONBUILD", StringComparison.OrdinalIgnoreCase)).FirstOrDefault("").ToUpperInvariant();
        if (instruction is not ("RUN" or "COPY" or "ADD"))
        {
            return;
        }

        foreach (var heredoc in words.Select(word => Heredoc().Match(word)).Where(match => match.Success))
        {
            // One without an end reaches to the end of the file.
            var end = heredoc.Groups["name"].Value;
            var isIndented = heredoc.Groups["dash"].Length > 0;
            do
            {
                at++;
            }
            while (at < lines.Length && (isIndented ? lines[at].TrimStart('\t') : lines[at]).TrimEnd('\r') != end);
        }
    }

    private static string[] Words(string instruction) => instruction.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^\s*#\s*(?<name>[a-zA-Z][a-zA-Z0-9]*)\s*=\s*(?<value>.+?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Directive();

    [GeneratedRegex("""^\d*<<(?<dash>-?)(?<quote>["']?)(?<name>[a-zA-Z_.][a-zA-Z0-9_.]*)\k<quote>$""", RegexOptions.CultureInvariant)]
    private static partial Regex Heredoc();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9._-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
