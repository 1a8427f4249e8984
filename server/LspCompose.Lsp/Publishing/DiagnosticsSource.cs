using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LspCompose.Analysis;
using LspCompose.Analysis.Findings;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Publishing;

/// <summary>Works out diagnostics, once for each snapshot and document whoever asks, and reports rules that fail.</summary>
internal sealed class DiagnosticsSource(ServerLog log)
{
    private readonly ConditionalWeakTable<Workspace, ConcurrentDictionary<string, DiagnosticsResult>> known = [];
    private int lastId;

    /// <summary>The diagnostics of a document; none for one that is not open or not analysed.</summary>
    public DiagnosticsResult For(Session session, string uri, CancellationToken cancellation)
    {
        var results = known.GetValue(session.Workspace, static _ => new ConcurrentDictionary<string, DiagnosticsResult>(StringComparer.Ordinal));
        if (results.TryGetValue(uri, out var result))
        {
            return result;
        }

        var diagnostics = Analysis.Features.Diagnostics.For(session.Workspace, uri, cancellation);
        foreach (var failure in diagnostics.Failures)
        {
            log.FailOnce($"The rule {failure.RuleId} failed", failure.Exception);
        }

        var id = Interlocked.Increment(ref lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return results.GetOrAdd(uri, new DiagnosticsResult(id, [.. diagnostics.Findings.Select(finding => ToDiagnostic(session, uri, finding))]));
    }

    /// <summary>A finding in the protocol's words.</summary>
    public static Diagnostic ToDiagnostic(Session session, string uri, Finding finding) => new()
    {
        Range = Range(session, uri, finding.Span),
        Severity = (DiagnosticSeverity)(int)finding.Severity,
        Code = finding.Rule.Id,
        CodeDescription = new CodeDescription { Href = finding.Rule.Url.AbsoluteUri },
        Source = "lspcompose",
        Message = finding.Message,
        Tags = finding.Tag == FindingTag.None ? null : [(DiagnosticTag)(int)finding.Tag],
        RelatedInformation = finding.Related.Count == 0
            ? null
            : [.. finding.Related.Select(related => new DiagnosticRelatedInformation
            {
                Location = new Location { Uri = related.Path, Range = Range(session, related.Path, related.Span) },
                Message = related.Message,
            })],
    };

    private static Protocol.Range Range(Session session, string uri, Yaml.Text.TextSpan span) =>
        session.Workspace.TryGetFile(uri, out var file) ? session.Client.Encoding.ToRange(file.Text, span) : new Protocol.Range
        {
            Start = new Position { Line = 0, Character = 0 },
            End = new Position { Line = 0, Character = 0 },
        };
}
