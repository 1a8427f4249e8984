using LspCompose.Analysis.Values;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Features.Words;

/// <summary>Commands and healthcheck tests in words.</summary>
internal static class ProgramWords
{
    private const int MaxWords = 12;

    /// <summary>How Compose splits a command written as one text; null where it refuses it.</summary>
    public static string? Command(string text)
    {
        if (ShellWords.Split(text) is not { IsValid: true, Value: { Words.Count: > 0 } split })
        {
            return null;
        }

        var dropped = split.Dropped is { } rest ? $"\n\n**Dropped:** `{text[rest.Start..rest.End].Trim()}`: there is no shell. Use a list that begins with `sh` and `-c` for that." : "";
        return $"Split into {Numbers.Count(split.Words.Count, "word")}, without a shell: {Listed(split.Words)}{dropped}";
    }

    /// <summary>The words of a command, secrets hidden; long commands are cut.</summary>
    public static string Listed(IReadOnlyList<string> words) => $"{string.Join(" · ", Secrets(words).Take(MaxWords).Select(Shown))}{(words.Count > MaxWords ? " …" : "")}";

    /// <summary>How a test written as one text is run.</summary>
    public static string LineTest(string text) => text == "NONE"
        ? "Not the word that switches the test off: as a text it is run by the shell. Write `[\"NONE\"]` or `disable: true`."
        : "Run by the container's shell (`/bin/sh -c`), as `CMD-SHELL` in a list is. Exit status 0 means healthy.";

    /// <summary>How a test written as a list is run; null for an empty list.</summary>
    public static string? ListTest(YamlNode list) => list.Items.Count > 0 ? list.Items[0].Value.Value switch
    {
        "CMD" => "`CMD`: the following items are a program and its arguments, run without a shell. Exit status 0 means healthy.",
        "CMD-SHELL" => "`CMD-SHELL`: the next item is a line for the container's shell (`/bin/sh -c`). Exit status 0 means healthy.",
        "NONE" => "`NONE`: no test, not even that of the image.",
        _ => null,
    } : null;

    /// <summary>When a container is started again; null for another word.</summary>
    public static string? Restart(string text) => RestartPolicy.Parse(text) is not { IsValid: true, Value: { } rule } ? null : rule.Kind switch
    {
        RestartKind.OnFailure when rule.MaximumAttempts is { } most => $"Started again when it ends with an error, at most {Numbers.Count(most, "time")} in a row.",
        _ => null,
    };

    private static string Shown(string word) => word.Length == 0 ? "`\"\"`" : Code.Of(word);

    // What follows an option such as --password.
    private static IEnumerable<string> Secrets(IReadOnlyList<string> words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            var isSecret = index > 0 && words[index - 1].StartsWith('-') && !words[index].StartsWith('-') && !words[index - 1].Contains('=', StringComparison.Ordinal)
                && Interpolation.SecretNames.IsSecret(words[index - 1].TrimStart('-').Replace('-', '_'));
            yield return isSecret ? Interpolation.SecretNames.Mask : Interpolation.SecretTexts.Hide(words[index]);
        }
    }
}
