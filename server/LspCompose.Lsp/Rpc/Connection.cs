using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using LspCompose.Lsp.Protocol;
using Newtonsoft.Json.Linq;
using StreamJsonRpc;

namespace LspCompose.Lsp.Rpc;

/// <summary>The JSON-RPC connection to the client. With <see cref="MessageHandler"/> the only place that knows StreamJsonRpc.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The assemblies whose types are read by reflection are kept whole.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only reference types are constructed by reflection.")]
internal sealed class Connection : IDisposable
{
    private readonly MessageHandler messages;
    private readonly JsonRpc rpc;

    /// <summary>Makes a connection over two streams; nothing is read before <see cref="Start"/>.</summary>
    public Connection(Stream input, Stream output)
    {
        messages = new MessageHandler(InputPump.Start(input), output, new JsonMessageFormatter());
        rpc = new JsonRpc(messages);
        rpc.TraceSource.Switch.Level = SourceLevels.Off;
    }

    /// <summary>Ends when the input ends or the connection is disposed.</summary>
    public Task Completion => rpc.Completion;

    /// <summary>
    /// Registers what answers a method. Calls come in the order of the messages; the next one is made when the handler first awaits.
    /// A <see cref="ProtocolError"/> becomes an error reply, a cancellation <c>RequestCancelled</c>, any other exception <c>InternalError</c>.
    /// </summary>
    public void On(string method, Func<JToken?, CancellationToken, Task<object?>> handle)
    {
        var entry = new EntryPoint(handle);
        Func<JToken?, CancellationToken, Task<JToken>> invoke = entry.InvokeAsync;
        rpc.AddLocalRpcMethod(invoke.Method, entry, new JsonRpcMethodAttribute(method) { UseSingleObjectParameterDeserialization = true });
    }

    /// <summary>Starts to read.</summary>
    public void Start() => rpc.StartListening();

    /// <summary>Waits, but not for long, until every request is answered.</summary>
    public Task DrainAsync() => messages.DrainAsync();

    /// <summary>Sends a notification; a client that went away is no error.</summary>
    public async Task NotifyAsync(string method, object parameters)
    {
        try
        {
            await rpc.NotifyWithParameterObjectAsync(method, ProtocolJson.ToToken(parameters)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ConnectionLostException or ObjectDisposedException or IOException)
        {
            // The end of the input ends the session; there is nobody left to tell.
        }
    }

    /// <summary>Asks the client; null when it answers nothing, an error, something else or goes away.</summary>
    public async Task<TResult?> RequestAsync<TResult>(string method, object parameters, CancellationToken cancellation)
        where TResult : class
    {
        try
        {
            var result = await rpc.InvokeWithParameterObjectAsync<JToken?>(method, ProtocolJson.ToToken(parameters), cancellation).ConfigureAwait(false);
            return result is null ? null : ProtocolJson.To<TResult>(result);
        }
        catch (Exception e) when (e is RemoteRpcException or ConnectionLostException or ObjectDisposedException or IOException or Newtonsoft.Json.JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => rpc.Dispose();

    private sealed class EntryPoint(Func<JToken?, CancellationToken, Task<object?>> handle)
    {
        public async Task<JToken> InvokeAsync(JToken? parameters = null, CancellationToken cancellation = default)
        {
            try
            {
                return await handle(parameters, cancellation).ConfigureAwait(false) is { } result ? ProtocolJson.ToToken(result) : JValue.CreateNull();
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                throw;
            }
            catch (ProtocolError error)
            {
                throw new LocalRpcException(error.Message) { ErrorCode = error.Code };
            }
            catch (Exception e)
            {
                throw new LocalRpcException(e.Message, e) { ErrorCode = ErrorCodes.InternalError };
            }
        }
    }
}
