using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Rpc;

/// <summary>Why a message was refused, and its id as far as it could be read.</summary>
internal sealed record MalformedMessage(int Code, string Message, JValue? Id);
