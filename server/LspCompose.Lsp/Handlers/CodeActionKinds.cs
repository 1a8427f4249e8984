using LspCompose.Analysis.Findings;

namespace LspCompose.Lsp.Handlers;

/// <summary>The kinds of code actions offered (LSP CodeActionKind): names with dots, each part narrower than the one before.</summary>
internal static class CodeActionKinds
{
    public const string QuickFix = "quickfix";
    public const string Rewrite = "refactor.rewrite";
    public const string Extract = "refactor.extract";
    public const string Inline = "refactor.inline";
    public const string FixAll = "source.fixAll.lspcompose";
    public const string Modernize = "source.modernize.lspcompose";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [QuickFix, Rewrite, Extract, Inline, FixAll, Modernize];

    /// <summary>The kind of a fix.</summary>
    public static string Of(FixKind kind) => kind switch
    {
        FixKind.QuickFix => QuickFix,
        FixKind.Rewrite => Rewrite,
        FixKind.Extract => Extract,
        FixKind.Inline => Inline,
        FixKind.Modernize => Modernize,
        _ => FixAll,
    };

    /// <summary>True for a kind that changes all of a file, wherever the cursor is.</summary>
    public static bool IsForWholeFile(FixKind kind) => kind is FixKind.Source or FixKind.Modernize;

    /// <summary>True when a client that asks for some kinds, or for none in particular, wants this one.</summary>
    public static bool IsWanted(string kind, IReadOnlyList<string>? only) =>
        only is null or [] || only.Any(wanted => wanted.Length == 0 || kind == wanted || (kind.StartsWith(wanted, StringComparison.Ordinal) && kind[wanted.Length] == '.'));
}
