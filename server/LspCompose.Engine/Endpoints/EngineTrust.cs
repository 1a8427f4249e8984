namespace LspCompose.Engine.Endpoints;

/// <summary>How much of an engine's certificate is checked.</summary>
internal enum EngineTrust
{
    /// <summary>Who signed it and whom it names.</summary>
    Verified,

    /// <summary>Nothing: the user asked for that.</summary>
    Anybody,
}
