namespace LspCompose.Analysis.Composition;

/// <summary>A network others are on too: its key in the project's files, or the one to declare it by, and its name on the engine.</summary>
internal sealed record OutsideNetwork(string Key, string Name)
{
    /// <summary>True when no file of the project knows it yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>True when nothing outside can be reached from it.</summary>
    public bool IsInternal { get; init; }
}
