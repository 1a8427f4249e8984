using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Protocol;

internal sealed record LogMessageParams
{
    public required MessageType Type { get; init; }

    public required string Message { get; init; }
}

internal sealed record ShowMessageParams
{
    public required MessageType Type { get; init; }

    public required string Message { get; init; }
}

internal enum MessageType
{
    Error = 1,
    Warning = 2,
    Info = 3,
    Log = 4,
}

internal sealed record DidChangeConfigurationParams
{
    public JToken? Settings { get; init; }
}

internal sealed record ConfigurationParams
{
    public required IReadOnlyList<ConfigurationItem> Items { get; init; }
}

internal sealed record ConfigurationItem
{
    public string? Section { get; init; }
}

internal sealed record RegistrationParams
{
    public required IReadOnlyList<Registration> Registrations { get; init; }
}

internal sealed record Registration
{
    public required string Id { get; init; }

    public required string Method { get; init; }

    public JToken? RegisterOptions { get; init; }
}

internal sealed record ExecuteCommandParams
{
    public required string Command { get; init; }

    public IReadOnlyList<JToken>? Arguments { get; init; }
}

internal sealed record ApplyWorkspaceEditParams
{
    public string? Label { get; init; }

    public required WorkspaceEdit Edit { get; init; }
}

internal sealed record ApplyWorkspaceEditResult
{
    public required bool Applied { get; init; }

    public string? FailureReason { get; init; }
}
