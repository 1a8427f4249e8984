using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Rpc;

/// <summary>Reads a message's JSON and checks that it has the shape of JSON-RPC 2.0, so that what comes after never meets anything else.</summary>
internal static class MessageReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a body; the message is null and the error set when it is not a JSON-RPC message.</summary>
    public static JObject? TryRead(byte[] body, out MalformedMessage error)
    {
        error = new MalformedMessage(ErrorCodes.ParseError, "", null);
        JToken json;
        try
        {
            json = Parse(body);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            error = error with { Message = $"The message is not valid JSON: {e.Message}" };
            return null;
        }

        if (json is not JObject message)
        {
            error = new MalformedMessage(ErrorCodes.InvalidRequest, "A message is a JSON object; batches are no part of the language server protocol.", null);
            return null;
        }

        var id = message["id"] as JValue;
        var hasUsableId = id is { Type: JTokenType.String } or { Type: JTokenType.Integer, Value: long };
        if (Problem(message, hasUsableId) is var (code, text))
        {
            error = new MalformedMessage(code, text, hasUsableId ? id : null);
            return null;
        }

        if (message["params"] is { Type: JTokenType.Null })
        {
            message.Remove("params");
        }

        return message;
    }

    private static JToken Parse(byte[] body)
    {
        using var text = new StreamReader(new MemoryStream(body), StrictUtf8, detectEncodingFromByteOrderMarks: false);
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        var json = JToken.Load(reader);
        return reader.Read() ? throw new JsonReaderException("There is text after the end of the message.") : json;
    }

    private static (int Code, string Message)? Problem(JObject message, bool hasUsableId)
    {
        if (message["jsonrpc"] is not { Type: JTokenType.String } version || version.Value<string>() != "2.0")
        {
            return (ErrorCodes.InvalidRequest, "The member 'jsonrpc' must be \"2.0\".");
        }

        if (message.ContainsKey("id") && !hasUsableId && !IsErrorWithoutId(message))
        {
            return (ErrorCodes.InvalidRequest, "The member 'id' must be a string or an integer.");
        }

        if (message["method"] is { } method)
        {
            return method.Type != JTokenType.String ? (ErrorCodes.InvalidRequest, "The member 'method' must be a string.")
                : message["params"] is { Type: not (JTokenType.Object or JTokenType.Array or JTokenType.Null) } ? (ErrorCodes.InvalidParams, "The member 'params' must be an object.")
                : null;
        }

        return !message.ContainsKey("id") || (!message.ContainsKey("result") && message["error"] is not JObject)
            ? (ErrorCodes.InvalidRequest, "The message is neither a request, a notification nor a reply.")
            : null;
    }

    /// <summary>The other side could not read a message of ours: nothing to answer.</summary>
    private static bool IsErrorWithoutId(JObject message) => message["method"] is null && message["id"] is { Type: JTokenType.Null } && message["error"] is JObject;
}
