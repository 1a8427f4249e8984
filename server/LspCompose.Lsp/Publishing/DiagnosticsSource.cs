using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LspCompose.Analysis;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Settings;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Sessions;
using LspCompose.Yaml.Text;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Publishing;

/// <summary>Works out diagnostics, once for each document and what it is judged by whoever asks, and reports rules that fail.</summary>
internal sealed class DiagnosticsSource(ServerLog log)
{
    private readonly ConditionalWeakTable<DocumentView, DiagnosticsResult> known = [];
    private readonly ConcurrentDictionary<string, (object Text, DiagnosticsResult Result)> latest = new(StringComparer.Ordinal);
    private int lastId;

    /// <summary>The diagnostics of an open document; none for one that is not analysed. The same ones for the same text have the same id, whatever else changed.</summary>
    public DiagnosticsResult For(Session session, OpenDocument document, CancellationToken cancellation)
    {
        var view = session.ViewOf(document);
        return For(session, document.Path, view, document, () => Findings(view, document, cancellation));
    }

    /// <summary>The diagnostics of a Compose file that is not open.</summary>
    public DiagnosticsResult For(Session session, string path, DocumentView view, CancellationToken cancellation)
    {
        // From now on the view is kept until one of these changes.
        _ = view.Dependencies;
        return For(session, path, view, (object?)view.Workspace.FindComposeFile(path)?.Text ?? view, () => Findings(view, path, cancellation));
    }

    /// <summary>The diagnostics of a settings file that is not open.</summary>
    public static IReadOnlyList<Diagnostic> ForSettings(Session session, string path, SourceText text) =>
        [.. SettingsFindings(path, text, session.Settings).Select(finding => ToDiagnostic(session, path, finding))];

    /// <summary>Forgets a document that was closed.</summary>
    public void Forget(string path) => latest.TryRemove(path, out _);

    /// <summary>A finding in the protocol's words.</summary>
    public static Diagnostic ToDiagnostic(Session session, string path, Finding finding) => new()
    {
        Range = Range(session, path, finding.Span),
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
                Location = new Location { Uri = session.UriOf(related.Path), Range = Range(session, related.Path, related.Span) },
                Message = related.Message,
            })],
    };

    private DiagnosticsResult For(Session session, string path, DocumentView view, object text, Func<IReadOnlyList<Finding>> find)
    {
        if (known.TryGetValue(view, out var result))
        {
            return result;
        }

        result = new DiagnosticsResult(NextId(), [.. find().Select(finding => ToDiagnostic(session, path, finding))]);
        if (latest.TryGetValue(path, out var last) && ReferenceEquals(last.Text, text) && AreSame(last.Result.Diagnostics, result.Diagnostics))
        {
            result = last.Result;
        }

        latest[path] = (text, result);
        return known.GetValue(view, _ => result);
    }

    private static bool AreSame(IReadOnlyList<Diagnostic> left, IReadOnlyList<Diagnostic> right) =>
        left.Count == right.Count && JToken.DeepEquals(ProtocolJson.ToToken(left), ProtocolJson.ToToken(right));

    private static IReadOnlyList<Finding> SettingsFindings(string path, SourceText text, EditorSettings settings)
    {
        var content = FolderSettings.Read(text);
        return SettingsFile.Findings(path, content with { Settings = settings.Over(content.Settings) });
    }

    private static Protocol.Range Range(Session session, string path, TextSpan span) =>
        session.Workspace.Find(path) is FileContent.Present file ? session.Client.Encoding.ToRange(file.Text, span) : new Protocol.Range
        {
            Start = new Position { Line = 0, Character = 0 },
            End = new Position { Line = 0, Character = 0 },
        };

    private IReadOnlyList<Finding> Findings(DocumentView view, OpenDocument document, CancellationToken cancellation) => document.IsSettings
        ? SettingsFindings(document.Path, document.Text, new EditorSettings { Rules = view.Workspace.Settings.Rules })
        : Findings(view, document.Path, cancellation);

    private IReadOnlyList<Finding> Findings(DocumentView view, string path, CancellationToken cancellation)
    {
        var diagnostics = Analysis.Features.Diagnostics.For(view.Workspace, path, cancellation);
        foreach (var failure in diagnostics.Failures)
        {
            log.FailOnce($"The rule {failure.RuleId} failed", failure.Exception);
        }

        return diagnostics.Findings;
    }

    private string NextId() => Interlocked.Increment(ref lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
