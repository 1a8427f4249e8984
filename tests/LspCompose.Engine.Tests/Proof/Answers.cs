namespace LspCompose.Engine.Tests.Proof;

/// <summary>Writes sets of answers so that they can be compared and read.</summary>
internal static class Answers
{
    /// <summary>What stands for nobody.</summary>
    public const string None = "-";

    /// <summary>The answers in order, without repetitions.</summary>
    public static string Text(IEnumerable<string> answers) => answers.Where(answer => answer != None).Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } list ? string.Join(',', list) : None;
}
