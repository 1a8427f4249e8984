using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Queue;

/// <summary>Connects methods to their handlers by way of the queue. The type of the handler says how it runs.</summary>
internal sealed class Router(Connection client, RequestQueue<Session> queue, Progress progress, ServerLog log)
{
    /// <summary>Registers a request that changes the session.</summary>
    public void Mutation<TParams, TResult>(string method, IMutationHandler<TParams, TResult> handler)
        where TParams : class =>
        On<TParams, TResult>(method, (parameters, _, _) => queue.MutateAsync(session => handler.Handle(Admit(session, method), parameters())));

    /// <summary>Registers a notification.</summary>
    public void Notification<TParams>(string method, INotificationHandler<TParams> handler)
        where TParams : class =>
        On<TParams, object?>(method, (parameters, _, _) => queue.MutateAsync<object?>(session => (handler.Handle(Admit(session, method), parameters()), null)));

    /// <summary>Registers a request that changes nothing. How it comes along is told where the request asks for it.</summary>
    public void Query<TParams, TResult>(string method, IQueryHandler<TParams, TResult> handler)
        where TParams : class =>
        On<TParams, object?>(method, async (parameters, json, cancellation) =>
        {
            var answer = queue.QueryAsync((session, token) => handler.HandleAsync(Admit(session, method), parameters(), token), cancellation);
            return await progress.SplitAsync(json, await progress.WatchAsync($"LspCompose: {method[(method.IndexOf('/', StringComparison.Ordinal) + 1)..]}", json, answer).ConfigureAwait(false)).ConfigureAwait(false);
        });

    private static Session Admit(Session session, string method) => session.Refusal(method) is { } refusal ? throw refusal : session;

    private static TParams Read<TParams>(string method, JToken? parameters)
        where TParams : class
    {
        try
        {
            // Methods without parameters are sent with an empty object or with nothing at all.
            return ProtocolJson.To<TParams>(parameters ?? (typeof(TParams) == typeof(object) ? new JObject() : JValue.CreateNull()));
        }
        catch (JsonException e)
        {
            throw new ProtocolError(ErrorCodes.InvalidParams, $"The parameters of '{method}' are wrong: {e.Message}");
        }
    }

    private void On<TParams, TResult>(string method, Func<Func<TParams>, JToken?, CancellationToken, Task<TResult>> enqueue)
        where TParams : class =>
        client.On(method, async (parameters, cancellation) =>
        {
            try
            {
                // Queued before anything else happens, so that the order of the messages is kept.
                return await enqueue(() => Read<TParams>(method, parameters), parameters, cancellation).ConfigureAwait(false);
            }
            catch (ProtocolError e) when (e.Code == ErrorCodes.InvalidParams)
            {
                // A notification gets no reply: without this line nobody would ever know.
                log.Info(e.Message);
                throw;
            }
            catch (Exception e) when (e is not (OperationCanceledException or ProtocolError))
            {
                log.FailOnce($"'{method}' failed", e);
                throw;
            }
        });
}
