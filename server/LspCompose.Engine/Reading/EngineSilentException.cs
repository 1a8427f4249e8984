namespace LspCompose.Engine.Reading;

/// <summary>An engine that did not answer in time.</summary>
internal sealed class EngineSilentException(TimeSpan waited, Exception? inner = null) : Exception($"no answer within {waited}", inner)
{
    /// <summary>How long it was waited for.</summary>
    public TimeSpan Waited => waited;
}
