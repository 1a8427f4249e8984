namespace LspCompose.Analysis.Features.Completion;

/// <summary>What kind of thing is typed at the cursor.</summary>
internal enum CompletionPosition
{
    /// <summary>A key of a mapping.</summary>
    Key,

    /// <summary>The value of a key.</summary>
    Value,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A variable's name after <c>$</c> or <c>${</c>.</summary>
    Variable,

    /// <summary>An anchor's name after <c>*</c>.</summary>
    Alias,

    /// <summary>A tag's name after <c>!</c>.</summary>
    Tag,

    /// <summary>The name of a new anchor after <c>&amp;</c>.</summary>
    Anchor,
}
