namespace LspCompose.Engine.Endpoints;

/// <summary>What the docker CLI keeps of a context.</summary>
internal sealed record DockerContext
{
    /// <summary>The engine's address; empty for the usual one.</summary>
    public string Host { get; init; } = "";

    /// <summary>How much of the engine's certificate is checked.</summary>
    public EngineTrust Trust { get; init; }

    /// <summary>The folder of its certificates, which need not be there.</summary>
    public string TlsFolder { get; init; } = "";

    /// <summary>What is wrong with it and what to do, as a sentence; empty when nothing is.</summary>
    public string Problem { get; init; } = "";
}
