namespace LspCompose.Analysis.Engines;

/// <summary>Whether an engine was found, and what it holds.</summary>
public sealed record EngineState
{
    /// <summary>Nobody has looked yet, or nobody is to look.</summary>
    public static EngineState None { get; } = new();

    /// <summary>How things stand.</summary>
    public EngineConnection Connection { get; init; }

    /// <summary>The Docker context it was found by, for instance <c>default</c>; empty where an address was given without one.</summary>
    public string Context { get; init; } = "";

    /// <summary>Its address, for instance <c>unix:///var/run/docker.sock</c>.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>Why there is no connection, as a sentence with the next step; empty where there is one.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What it holds; null without a connection.</summary>
    public EngineView? View { get; init; }
}
