namespace LspCompose.Analysis.Formatting;

/// <summary>In which order the keys of a service are put.</summary>
public enum ServiceKeyOrder
{
    /// <summary>As they are.</summary>
    Keep,

    /// <summary>As most files have them: what runs, how it is built, how it is reached, what it needs, how it is kept running.</summary>
    Conventional,
}
