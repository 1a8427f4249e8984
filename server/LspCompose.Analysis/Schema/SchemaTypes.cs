namespace LspCompose.Analysis.Schema;

/// <summary>The types of JSON Schema, as a set.</summary>
[Flags]
internal enum SchemaTypes
{
    /// <summary>No type: in <see cref="SchemaNode.Types"/> anything goes.</summary>
    None = 0,

    /// <summary>An empty value.</summary>
    Null = 1,

    /// <summary>True or false.</summary>
    Boolean = 2,

    /// <summary>A number without a fraction; <c>1.0</c> is one.</summary>
    Integer = 4,

    /// <summary>Any number.</summary>
    Number = 8,

    /// <summary>Text.</summary>
    String = 16,

    /// <summary>A list.</summary>
    Array = 32,

    /// <summary>A mapping.</summary>
    Object = 64,

    /// <summary>A number that is not whole; only in <see cref="SchemaNode.RefusedTypes"/>.</summary>
    Fraction = 128,
}
