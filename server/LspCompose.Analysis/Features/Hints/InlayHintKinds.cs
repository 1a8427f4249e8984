namespace LspCompose.Analysis.Features.Hints;

/// <summary>The names of the kinds in settings.</summary>
public static class InlayHintKinds
{
    /// <summary>The kinds by their names.</summary>
    public static IReadOnlyList<(string Name, InlayHintKind Kind)> All { get; } =
    [
        ("effectiveValues", InlayHintKind.EffectiveValues), ("variables", InlayHintKind.Variables), ("implicitNetworks", InlayHintKind.ImplicitNetworks), ("ports", InlayHintKind.Ports),
        ("containers", InlayHintKind.Containers),
    ];

    /// <summary>Every kind.</summary>
    public static IReadOnlySet<InlayHintKind> Every { get; } = All.Select(kind => kind.Kind).ToHashSet();
}
