namespace LspCompose.Engine;

/// <summary>How long an engine is waited for, and how often it is looked at.</summary>
internal sealed record EngineTimings
{
    /// <summary>How long the first answer may take, connecting included.</summary>
    public TimeSpan FirstAnswer { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the first answer may take over ssh, which logs in first.</summary>
    public TimeSpan FirstAnswerOverSsh { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long any later answer may take.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long looking at all containers, or at all images, may take; what has not been told by then is left out.</summary>
    public TimeSpan Details { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>After how much silence a watched engine is asked whether it is still there.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long changes are gathered before the next state.</summary>
    public TimeSpan Gathering { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>After how long an engine that was lost is looked for again; doubles with each time it is not there.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time between two looks for an engine.</summary>
    public TimeSpan LastRetry { get; init; } = TimeSpan.FromSeconds(30);
}
