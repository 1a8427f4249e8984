namespace LspCompose.Analysis.Interpolation;

/// <summary>A file of variables, such as <c>.env</c>, read as Compose reads it.</summary>
public sealed class DotEnvFile
{
    private readonly Dictionary<string, DotEnvEntry> final;

    internal DotEnvFile(
        IReadOnlyList<DotEnvEntry> entries, IReadOnlyList<DotEnvProblem> problems, IReadOnlyList<VariableUse> variables, Dictionary<string, DotEnvEntry> final)
    {
        (Entries, Problems, Variables) = (entries, problems, variables);
        this.final = final;
    }

    /// <summary>The variables in the order of the text; of the same name the later one wins.</summary>
    public IReadOnlyList<DotEnvEntry> Entries { get; }

    /// <summary>Why Compose refuses the file: it stops at the first, here reading goes on with the next line (up to a hundred are listed).</summary>
    public IReadOnlyList<DotEnvProblem> Problems { get; }

    /// <summary>The references to variables in the values, with spans of the file.</summary>
    public IReadOnlyList<VariableUse> Variables { get; }

    /// <summary>
    /// Reads a file of variables. A reference in a value sees the lookup first, which answers null for a variable that is not set, then the lines above it.
    /// </summary>
    public static DotEnvFile Parse(string text, Func<string, string?> lookup, TemplateMode mode = TemplateMode.Lazy) => new DotEnvParser(text, lookup, mode).Parse();

    /// <summary>Reads a file of the format <c>raw</c>: whatever follows the first <c>=</c> of a line is the value. A name alone has none.</summary>
    public static DotEnvFile ParseRaw(string text) => ParseRaw(text, _ => null);

    /// <summary>Reads a file of the format <c>raw</c>: whatever follows the first <c>=</c> of a line is the value. A name alone gets its value from the lookup.</summary>
    public static DotEnvFile ParseRaw(string text, Func<string, string?> lookup) => new DotEnvParser(text, lookup, TemplateMode.Lazy).ParseRaw();

    /// <summary>The entry that gives a name its value, null when none does.</summary>
    public DotEnvEntry? Find(string name) => final.GetValueOrDefault(name);

    /// <summary>The value a name has after the last line, null when it has none.</summary>
    public string? ValueOf(string name) => Find(name)?.Value;
}
