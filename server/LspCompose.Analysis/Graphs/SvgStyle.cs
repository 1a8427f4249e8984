namespace LspCompose.Analysis.Graphs;

/// <summary>The style sheet of drawings. An editor's own colours win; without one the reader's preference for light or dark decides.</summary>
internal static class SvgStyle
{
    /// <summary>The number of colours for networks.</summary>
    public const int NetworkColours = 8;

    public const string Css = """
        .lspcompose-graph{--bg:#ffffff;--fg:#1f2328;--dim:#59636e;--box:#f6f8fa;--rim:#8c959f;--red:#cf222e;--amber:#9a6700;
        --n0:#1a7f37;--n1:#0969da;--n2:#8250df;--n3:#bc4c00;--n4:#bf3989;--n5:#1b7c83;--n6:#7d4e00;--n7:#57606a;
        font-family:var(--vscode-font-family,system-ui,-apple-system,"Segoe UI",sans-serif)}
        @media (prefers-color-scheme:dark){.lspcompose-graph{--bg:#1e1e1e;--fg:#e6edf3;--dim:#9da7b3;--box:#2a2d33;--rim:#6e7681;--red:#ff7b72;--amber:#e3b341;
        --n0:#3fb950;--n1:#58a6ff;--n2:#bc8cff;--n3:#f0883e;--n4:#f778ba;--n5:#39c5cf;--n6:#d4a72c;--n7:#9da7b3}}
        .lspcompose-graph .back{fill:var(--vscode-editor-background,var(--bg))}
        .lspcompose-graph text{fill:var(--vscode-editor-foreground,var(--fg));font-size:11px}
        .lspcompose-graph .caption{font-size:15px;font-weight:600}
        .lspcompose-graph .name{font-size:13px;font-weight:600}
        .lspcompose-graph .dim{fill:var(--vscode-descriptionForeground,var(--dim))}
        .lspcompose-graph .card rect{fill:var(--vscode-editorWidget-background,var(--box));stroke:var(--vscode-editorWidget-border,var(--rim))}
        .lspcompose-graph .ambassador rect{stroke:var(--vscode-editorWarning-foreground,var(--amber));stroke-width:2;stroke-dasharray:7 3}
        .lspcompose-graph .ambassador .role{fill:var(--vscode-editorWarning-foreground,var(--amber))}
        .lspcompose-graph .circular rect{stroke:var(--vscode-editorError-foreground,var(--red));stroke-width:2}
        .lspcompose-graph .outside rect{fill:none;stroke-dasharray:3 3}
        .lspcompose-graph .panel{fill:none;stroke:var(--vscode-editorWidget-border,var(--rim));stroke-opacity:.5}
        .lspcompose-graph .line{fill:none;stroke:var(--vscode-descriptionForeground,var(--dim));stroke-width:1.4}
        .lspcompose-graph .external_links,.lspcompose-graph .depends_on{stroke-dasharray:5 4}
        .lspcompose-graph .volumes_from{stroke-dasharray:1 4;stroke-linecap:round;stroke-width:2}
        .lspcompose-graph .shared{stroke-width:3}
        .lspcompose-graph .line.circular{stroke:var(--vscode-editorError-foreground,var(--red));stroke-width:2}
        .lspcompose-graph .tip{fill:var(--vscode-descriptionForeground,var(--dim))}
        .lspcompose-graph .tip.circular{fill:var(--vscode-editorError-foreground,var(--red))}
        .lspcompose-graph .label{paint-order:stroke;stroke:var(--vscode-editor-background,var(--bg));stroke-width:4px;stroke-linejoin:round}
        .lspcompose-graph .n0{fill:var(--n0)}.lspcompose-graph .n1{fill:var(--n1)}.lspcompose-graph .n2{fill:var(--n2)}.lspcompose-graph .n3{fill:var(--n3)}
        .lspcompose-graph .n4{fill:var(--n4)}.lspcompose-graph .n5{fill:var(--n5)}.lspcompose-graph .n6{fill:var(--n6)}.lspcompose-graph .n7{fill:var(--n7)}

        """;
}
