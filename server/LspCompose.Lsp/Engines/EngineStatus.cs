using LspCompose.Analysis.Engines;

namespace LspCompose.Lsp.Engines;

/// <summary>
/// Parameters of <c>lspcompose/engineStatus</c>, a notification of ours: whether the Docker engine is there, for clients that said they show it
/// (<c>lspcompose.engineStatus</c> in the initialization options).
/// </summary>
internal sealed record EngineStatus
{
    /// <summary><c>off</c>, <c>looking</c>, <c>connected</c>, <c>notFound</c>, <c>forbidden</c>, <c>notAnswering</c>, <c>misconfigured</c> or <c>failed</c>.</summary>
    public required string State { get; init; }

    /// <summary>The engine's version; empty without a connection.</summary>
    public required string Version { get; init; }

    /// <summary>The Docker context; empty where none was chosen.</summary>
    public required string Context { get; init; }

    /// <summary>The engine's address.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Why there is no connection, with the next step; empty where there is one.</summary>
    public required string Reason { get; init; }

    /// <summary>A state in the words of the notification.</summary>
    public static EngineStatus Of(EngineState state) => new()
    {
        State = NameOf(state.Connection),
        Version = state.View?.Version ?? "",
        Context = state.Context,
        Endpoint = state.Endpoint,
        Reason = state.Reason,
    };

    private static string NameOf(EngineConnection connection) => connection switch
    {
        EngineConnection.Looking => "looking",
        EngineConnection.Connected => "connected",
        EngineConnection.NotFound => "notFound",
        EngineConnection.Forbidden => "forbidden",
        EngineConnection.NotAnswering => "notAnswering",
        EngineConnection.Misconfigured => "misconfigured",
        EngineConnection.Failed => "failed",
        _ => "off",
    };
}
