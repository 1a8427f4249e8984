using LspCompose.Analysis.Interpolation;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>The variables <c>${…}</c> is filled in from, in layers: those of the shell win over those of files.</summary>
internal sealed class Variables
{
    private readonly IReadOnlyDictionary<string, Variable> own;
    private readonly Variables? others;

    /// <summary>Makes variables of a table.</summary>
    public Variables(IReadOnlyDictionary<string, Variable> own)
        : this(own, null)
    {
    }

    private Variables(IReadOnlyDictionary<string, Variable> own, Variables? others)
    {
        this.own = own;
        this.others = others;
    }

    /// <summary>No variables.</summary>
    public static Variables None { get; } = new(new Dictionary<string, Variable>());

    /// <summary>The names of all variables that are set, each once, in no particular order.</summary>
    public IEnumerable<string> Names => others is null ? own.Keys : own.Keys.Union(others.Names, StringComparer.Ordinal);

    /// <summary>The variables of one source that tells no places.</summary>
    public static Variables From(VariableSource source, IReadOnlyDictionary<string, string> table) =>
        new(table.ToDictionary(entry => entry.Key, entry => new Variable(entry.Value, source), StringComparer.Ordinal));

    /// <summary>These variables with others for names that are not set.</summary>
    public Variables Or(Variables next) => new(own, others?.Or(next) ?? next);

    /// <summary>A variable, null when it is not set.</summary>
    public Variable? Find(string name)
    {
        for (var layer = this; layer is not null; layer = layer.others)
        {
            if (layer.own.TryGetValue(name, out var variable))
            {
                return variable;
            }
        }

        return null;
    }

    /// <summary>A variable's value, null when it is not set.</summary>
    public string? Get(string name) => Find(name)?.Value;
}
