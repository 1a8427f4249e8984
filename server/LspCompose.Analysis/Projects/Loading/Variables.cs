namespace LspCompose.Analysis.Projects.Loading;

/// <summary>The variables <c>${…}</c> is filled in from: those of the shell win over those of files.</summary>
internal sealed class Variables
{
    private readonly Func<string, string?> first;
    private readonly Func<string, string?> second;

    private Variables(Func<string, string?> first, Func<string, string?> second)
    {
        this.first = first;
        this.second = second;
    }

    /// <summary>Makes variables of a table.</summary>
    public Variables(IReadOnlyDictionary<string, string> table)
        : this(name => table.GetValueOrDefault(name), _ => null)
    {
    }

    /// <summary>These variables with others for names that are not set.</summary>
    public Variables Or(Variables others) => new(Get, others.Get);

    /// <summary>A variable's value, null when it is not set.</summary>
    public string? Get(string name) => first(name) ?? second(name);
}
