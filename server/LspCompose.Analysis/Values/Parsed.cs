using System.Diagnostics.CodeAnalysis;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>What a value means, or why Compose refuses it.</summary>
public readonly record struct Parsed<T>
    where T : notnull
{
    /// <summary>The outcome for a value that Compose takes.</summary>
    public Parsed(T value) => Value = value;

    /// <summary>The outcome for a value that Compose refuses.</summary>
    public Parsed(ValueError error) => Error = error;

    /// <summary>The outcome for a value that Compose refuses, with the wrong characters and the reason.</summary>
    public Parsed(TextSpan span, string message)
        : this(new ValueError(span, message))
    {
    }

    /// <summary>What the value means, when it is valid.</summary>
    public T? Value { get; }

    /// <summary>Why the value is refused, when it is not valid.</summary>
    public ValueError? Error { get; }

    /// <summary>True when Compose takes the value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Error is null;
}
