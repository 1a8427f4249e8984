namespace LspCompose.Lsp.Tests;

/// <summary>A clock that stands still: the server waits for files however slow the machine is.</summary>
internal sealed class PatientClock : TimeProvider
{
    public override long GetTimestamp() => 0;
}
