namespace LspCompose.Analysis.Values;

/// <summary>Ports from one to another, both included.</summary>
public readonly record struct PortRange(int First, int Last)
{
    /// <summary>How many ports there are.</summary>
    public int Count => Last - First + 1;
}
