using Docker.DotNet;

namespace LspCompose.Engine.Transport;

/// <summary>Puts a transport of our own in place of Docker.DotNet's; credentials are where it lets one in.</summary>
internal sealed class TransportCredentials(HttpMessageHandler transport) : Credentials
{
    /// <inheritdoc/>
    public override HttpMessageHandler GetHandler(HttpMessageHandler innerHandler)
    {
        innerHandler.Dispose();
        return transport;
    }

    /// <summary>False: the address says already whether TLS is used.</summary>
    public override bool IsTlsCredentials() => false;
}
