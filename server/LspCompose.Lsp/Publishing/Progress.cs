using System.Collections;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Rpc;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Publishing;

/// <summary>
/// Tells the client how a request comes along, as far as the request asks for it: that it takes a while (<c>workDoneToken</c>), and what was found so far
/// (<c>partialResultToken</c>). LSP "Work Done Progress" and "Partial Result Progress".
/// </summary>
internal sealed class Progress(Connection client, TimeProvider time)
{
    private const int ItemsAtOnce = 100;

    // What is done sooner needs no sign of life.
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(300);

    /// <summary>Waits for the answer to a request, and reports that it takes a while if it does.</summary>
    public async Task<TResult> WatchAsync<TResult>(string title, JToken? parameters, Task<TResult> answer)
    {
        if (parameters is not JObject { } request || request["workDoneToken"] is not JValue { Value: string or long } token)
        {
            return await answer.ConfigureAwait(false);
        }

        using var ended = new CancellationTokenSource();
        if (await Task.WhenAny(answer, Task.Delay(Calm, time, ended.Token)).ConfigureAwait(false) == answer)
        {
            await ended.CancelAsync().ConfigureAwait(false);
            return await answer.ConfigureAwait(false);
        }

        await SendAsync(token, new WorkDoneProgressBegin { Title = title, Cancellable = true }).ConfigureAwait(false);
        try
        {
            return await answer.ConfigureAwait(false);
        }
        finally
        {
            await SendAsync(token, new WorkDoneProgressEnd()).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Sends the items of an answer in parts where the request asks for that, and returns what is left for the reply itself: nothing, as the protocol wants it.
    /// </summary>
    public async Task<object?> SplitAsync(JToken? parameters, object? answer)
    {
        if (parameters is not JObject request || request["partialResultToken"] is not JValue { Value: string or long } token || answer is not IList { Count: > 0 } items)
        {
            return answer;
        }

        foreach (var part in items.Cast<object>().Chunk(ItemsAtOnce))
        {
            await SendAsync(token, new JArray(part.Select(ProtocolJson.ToToken))).ConfigureAwait(false);
        }

        return Array.Empty<object>();
    }

    /// <summary>Sends what a request's token stands for.</summary>
    public Task SendAsync(JToken token, object value) => client.NotifyAsync("$/progress", new ProgressParams { Token = token, Value = ProtocolJson.ToToken(value) });
}
