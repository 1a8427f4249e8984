using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace LspCompose.Lsp.Rpc;

/// <summary>
/// Reads and writes messages for StreamJsonRpc. StreamJsonRpc gives up the connection at the first malformed message; this handler answers
/// such a message itself and goes on with the next one.
/// </summary>
internal sealed class MessageHandler(PipeReader input, Stream output, JsonMessageFormatter formatter) : MessageHandlerBase(formatter)
{
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(5);

    private readonly FrameReader frames = new(input);
    private readonly Lock guard = new();
    private readonly HashSet<RequestId> unanswered = [];
    private readonly HashSet<RequestId> asked = [];
    private TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <summary>Waits, but not for long, until every request is answered.</summary>
    public async Task DrainAsync()
    {
        Task done;
        lock (guard)
        {
            drained = drained.Task.IsCompleted ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : drained;
            done = unanswered.Count == 0 ? Task.CompletedTask : drained.Task;
        }

        await Task.WhenAny(done, Task.Delay(LongestDrain)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (await frames.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
        {
            if (frame.IsPrecededByGarbage)
            {
                await RefuseAsync(new MalformedMessage(ErrorCodes.ParseError, "The input is not a message with a Content-Length header.", null), cancellationToken).ConfigureAwait(false);
            }

            if (frame.Body is null)
            {
                continue;
            }

            if (MessageReader.TryRead(frame.Body, out var error) is { } json && TryDeserialize(json, out error) is { } message)
            {
                if (IsExpected(message))
                {
                    return message;
                }

                continue;
            }

            await RefuseAsync(error, cancellationToken).ConfigureAwait(false);
        }

        // StreamJsonRpc closes the output at the end of the input; a client that has said all it wants may still wait for answers.
        await DrainAsync().ConfigureAwait(false);
        return null;
    }

    /// <inheritdoc/>
    protected override async ValueTask WriteCoreAsync(JsonRpcMessage content, CancellationToken cancellationToken)
    {
        if (content is JsonRpcRequest { IsResponseExpected: true } question)
        {
            lock (guard)
            {
                asked.Add(question.RequestId);
            }
        }

        var body = new ArrayBufferWriter<byte>(1024);
        Formatter.Serialize(body, content);
        await output.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {body.WrittenCount}\r\n\r\n"), cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(body.WrittenMemory, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (content is not JsonRpcRequest && content is IJsonRpcMessageWithId reply)
        {
            Answered(reply.RequestId);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask FlushAsync(CancellationToken cancellationToken) => await output.FlushAsync(cancellationToken).ConfigureAwait(false);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The assemblies whose types are read by reflection are kept whole.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only reference types are constructed by reflection.")]
    private JsonRpcMessage? TryDeserialize(JObject json, out MalformedMessage error)
    {
        error = new MalformedMessage(ErrorCodes.InvalidRequest, "", json["id"] as JValue);
        try
        {
            var message = formatter.Deserialize(json);
            if (message is JsonRpcRequest { IsResponseExpected: true } request && !IsNew(request.RequestId))
            {
                error = error with { Message = "A request with this id is still unanswered." };
                return null;
            }

            return message;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or InvalidCastException or OverflowException or UnrecognizedJsonRpcMessageException)
        {
            error = error with { Message = e.Message };
            return null;
        }
    }

    /// <summary>StreamJsonRpc also gives up at an answer to a question that was never asked; such an answer is dropped.</summary>
    private bool IsExpected(JsonRpcMessage message)
    {
        if (message is JsonRpcRequest or not IJsonRpcMessageWithId)
        {
            return true;
        }

        lock (guard)
        {
            return asked.Remove(((IJsonRpcMessageWithId)message).RequestId);
        }
    }

    private void Answered(RequestId id)
    {
        lock (guard)
        {
            unanswered.Remove(id);
            if (unanswered.Count == 0)
            {
                drained.TrySetResult();
            }
        }
    }

    private bool IsNew(RequestId id)
    {
        lock (guard)
        {
            return unanswered.Add(id);
        }
    }

    private ValueTask RefuseAsync(MalformedMessage error, CancellationToken cancellation) => WriteAsync(
        new JsonRpcError
        {
            RequestId = error.Id switch
            {
                { Value: long number } => new RequestId(number),
                { Value: string text } => new RequestId(text),
                _ => RequestId.Null,
            },
            Error = new JsonRpcError.ErrorDetail { Code = (JsonRpcErrorCode)error.Code, Message = error.Message },
        },
        cancellation);
}
