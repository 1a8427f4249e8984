namespace LspCompose.Engine.Transport;

/// <summary>A connection through ssh that did not come about or broke; the message is what ssh said.</summary>
internal sealed class SshException(string message) : IOException(message);
