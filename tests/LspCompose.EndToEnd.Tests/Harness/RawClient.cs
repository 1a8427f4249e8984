using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LspCompose.Testing;

/// <summary>
/// A language client reduced to its bytes: its own framing, no library of the server's. Keeps every message it gets, so that a test can wait for one and
/// look at all of them afterwards.
/// </summary>
public sealed class RawClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Stream toServer;
    private readonly Stream fromServer;
    private readonly Lock guard = new();
    private readonly List<JObject> received = [];
    private readonly List<(Func<JObject, bool> Condition, TaskCompletionSource<JObject> Done)> waiting = [];
    private readonly Lock sending = new();
    private Task lastSent = Task.CompletedTask;
    private int lastId;

    public RawClient(Stream toServer, Stream fromServer)
    {
        this.toServer = toServer;
        this.fromServer = fromServer;
        Ended = Task.Run(ReadAsync);
    }

    /// <summary>Answers the server's requests: method and parameters to result. Null answers nothing at all.</summary>
    public Func<string, JToken?, JToken?> Answer { get; set; } = (_, _) => JValue.CreateNull();

    /// <summary>Ends with the server's output; fails when that holds anything but well-framed JSON.</summary>
    public Task Ended { get; }

    /// <summary>All messages so far, in order.</summary>
    public IReadOnlyList<JObject> Received
    {
        get
        {
            lock (guard)
            {
                return [.. received];
            }
        }
    }

    public Task SendBytesAsync(byte[] bytes)
    {
        lock (sending)
        {
            return lastSent = SendAfterAsync(lastSent, bytes);
        }
    }

    public Task SendBytesAsync(string text) => SendBytesAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(JToken message) => SendBytesAsync(Frame(message));

    /// <summary>A message with its header.</summary>
    public static byte[] Frame(JToken message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToString(Formatting.None));
        return [.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body];
    }

    public Task NotifyAsync(string method, object? parameters = null) => SendAsync(Message(null, method, parameters));

    /// <summary>Sends a request and returns the whole reply.</summary>
    public async Task<JObject> RequestAsync(string method, object? parameters = null, JToken? id = null)
    {
        id ??= Interlocked.Increment(ref lastId);
        var reply = WaitForAsync(message => message["method"] is null && JToken.DeepEquals(message["id"], id), $"the reply to {method}");
        await SendAsync(Message(id, method, parameters));
        return await reply;
    }

    /// <summary>Sends a request and returns its result; an error reply fails.</summary>
    public async Task<JToken> ResultAsync(string method, object? parameters = null)
    {
        var reply = await RequestAsync(method, parameters);
        return reply["error"] is { } error ? throw new InvalidOperationException($"{method}: {error}") : reply["result"] ?? throw new InvalidOperationException($"{method}: no result in {reply}");
    }

    /// <summary>Sends a request and returns the code of its error.</summary>
    public async Task<int> ErrorCodeAsync(string method, object? parameters = null) =>
        await RequestAsync(method, parameters) is var reply && reply["error"]?["code"] is { } code ? code.Value<int>() : throw new InvalidOperationException($"{method}: no error in {reply}");

    /// <summary>Waits for the next message that fulfils a condition.</summary>
    public Task<JObject> WaitForAsync(Func<JObject, bool> condition, string what)
    {
        var done = new TaskCompletionSource<JObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (guard)
        {
            waiting.Add((condition, done));
        }

        return PatientlyAsync(done.Task, what);
    }

    /// <summary>Waits for a message that fulfils a condition, which may have come already.</summary>
    public Task<JObject> FindAsync(Func<JObject, bool> condition, string what)
    {
        lock (guard)
        {
            return received.Find(message => condition(message)) is { } found ? Task.FromResult(found) : WaitForAsync(condition, what);
        }
    }

    /// <summary>Waits until the last message of a kind fulfils a condition, which it may do already.</summary>
    public Task<JObject> UntilLastAsync(Func<JObject, bool> isOfKind, Func<JObject, bool> condition, string what)
    {
        lock (guard)
        {
            return received.FindLast(message => isOfKind(message)) is { } last && condition(last) ? Task.FromResult(last) : WaitForAsync(message => isOfKind(message) && condition(message), what);
        }
    }

    /// <summary>The diagnostics pushed for a version of a document.</summary>
    public async Task<JArray> PushedAsync(string uri, int version) =>
        (JArray)(await FindAsync(m => IsPush(m, uri) && (int?)m["params"]?["version"] == version, $"diagnostics of version {version}")).At("params.diagnostics");

    /// <summary>True for a push of diagnostics of a document.</summary>
    public static bool IsPush(JObject message, string uri) => (string?)message["method"] == "textDocument/publishDiagnostics" && (string?)message["params"]?["uri"] == uri;

    public static JObject Message(JToken? id, string method, object? parameters)
    {
        var message = new JObject { ["jsonrpc"] = "2.0", ["method"] = method };
        if (id is not null)
        {
            message["id"] = id;
        }

        if (parameters is not null)
        {
            message["params"] = JToken.FromObject(parameters);
        }

        return message;
    }

    private async Task SendAfterAsync(Task before, byte[] bytes)
    {
        await before;
        await toServer.WriteAsync(bytes);
        await toServer.FlushAsync();
    }

    private static async Task<JObject> PatientlyAsync(Task<JObject> task, string what)
    {
        try
        {
            return await task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Waited in vain for {what}.");
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await ReadFrameAsync() is { } body)
            {
                using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(body))) { DateParseHandling = DateParseHandling.None };
                Take(await JObject.LoadAsync(reader));
            }

            Abandon(new EndOfStreamException("The server's output ended."));
        }
        catch (Exception e)
        {
            Abandon(e);
            throw;
        }
    }

    private void Abandon(Exception reason)
    {
        lock (guard)
        {
            waiting.ForEach(wait => wait.Done.TrySetException(reason));
        }
    }

    private void Take(JObject message)
    {
        if (message["method"] is { } method && message["id"] is { } id && Answer(method.ToString(), message["params"]) is { } result)
        {
            _ = SendAsync(new JObject { ["jsonrpc"] = "2.0", ["id"] = id, ["result"] = result });
        }

        lock (guard)
        {
            received.Add(message);
            waiting.RemoveAll(wait => wait.Condition(message) && wait.Done.TrySetResult(message));
        }
    }

    private async Task<byte[]?> ReadFrameAsync()
    {
        var header = new StringBuilder();
        var single = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await fromServer.ReadAsync(single) == 0)
            {
                return header.Length == 0 ? null : throw new InvalidDataException($"The output ended within a header: {header}");
            }

            header.Append((char)single[0]);
            if (header.Length > 200)
            {
                throw new InvalidDataException($"Not a header: {header}");
            }
        }

        const string Name = "Content-Length: ";
        var text = header.ToString();
        if (!text.StartsWith(Name, StringComparison.Ordinal) || !int.TryParse(text[Name.Length..].Trim(), out var length))
        {
            throw new InvalidDataException($"Not a header: {text}");
        }

        var body = new byte[length];
        await fromServer.ReadExactlyAsync(body);
        return body;
    }
}
