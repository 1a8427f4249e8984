namespace LspCompose.Analysis.Symbols;

/// <summary>What a name does where it stands.</summary>
public enum SymbolRole
{
    /// <summary>It says that the thing exists. A service written in several files has several definitions.</summary>
    Definition,

    /// <summary>It refers to the thing.</summary>
    Reference,
}
