using System.Globalization;

namespace LspCompose.Lsp.Handlers;

/// <summary>The tokens that were sent last for the documents somebody looks at, so that only what changed needs to be sent next.</summary>
internal sealed class TokenMemory
{
    private const int MaxDocuments = 16;

    private readonly Lock gate = new();
    private readonly LinkedList<(string Uri, string Id, int[] Data)> sent = new();
    private int last;

    /// <summary>Remembers the tokens of a document instead of earlier ones; gives them a name.</summary>
    public string Add(string uri, int[] data)
    {
        lock (gate)
        {
            for (var node = sent.First; node is not null; node = node.Next)
            {
                if (node.Value.Uri == uri)
                {
                    sent.Remove(node);
                    break;
                }
            }

            if (sent.Count == MaxDocuments)
            {
                sent.RemoveLast();
            }

            var id = (++last).ToString(CultureInfo.InvariantCulture);
            sent.AddFirst((uri, id, data));
            return id;
        }
    }

    /// <summary>The tokens of a name; null when they are no longer remembered.</summary>
    public int[]? Find(string uri, string id)
    {
        lock (gate)
        {
            return sent.FirstOrDefault(tokens => tokens.Uri == uri && tokens.Id == id).Data;
        }
    }
}
