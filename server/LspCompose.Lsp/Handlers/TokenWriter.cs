using LspCompose.Analysis.Features;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Sessions;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Handlers;

/// <summary>Writes tokens as the numbers of the protocol.</summary>
internal static class TokenWriter
{
    /// <summary>The tokens of a document, or of a range of it; null for a document that is not analysed.</summary>
    public static int[]? Write(Session snapshot, string uri, Protocol.Range? range, CancellationToken cancellation)
    {
        var encoding = snapshot.Client.Encoding;
        if (!snapshot.TryGetAnalysed(uri, out var document) || snapshot.Client.Tokens is not { } profile)
        {
            return null;
        }

        TextSpan? within = range is null ? null : encoding.ToSpan(document.Text, range);
        var numbers = new List<int>();
        var last = new Position { Line = 0, Character = 0 };
        foreach (var token in Tokens.Of(snapshot.ViewOf(document).Workspace, document.Path, cancellation))
        {
            var type = profile.TypeOf(token);
            if (type < 0 || within?.Intersects(token.Span) == false)
            {
                continue;
            }

            foreach (var part in profile.TakesSeveralLines ? [token.Span] : Lines(document.Text, token.Span))
            {
                var start = encoding.ToPosition(document.Text, part.Start);
                numbers.AddRange(
                [
                    start.Line - last.Line,
                    start.Line == last.Line ? start.Character - last.Character : start.Character,
                    encoding.ToLength(document.Text, part),
                    type,
                    profile.ModifiersOf(token),
                ]);
                last = start;
            }
        }

        return [.. numbers];
    }

    private static IEnumerable<TextSpan> Lines(SourceText text, TextSpan span)
    {
        for (var line = text.LineOf(span.Start); line <= text.LineOf(span.End); line++)
        {
            var content = text.LineSpan(line);
            var part = new TextSpan(Math.Max(span.Start, content.Start), Math.Min(span.End, content.End));
            if (part.Length > 0)
            {
                yield return part;
            }
        }
    }
}
