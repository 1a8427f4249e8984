namespace LspCompose.Engine.Tests.Proof;

/// <summary>What it means when a Compose does not take a project's files.</summary>
internal enum Refusal
{
    /// <summary>It must take them.</summary>
    IsAProblem,

    /// <summary>It need not know all that is in them.</summary>
    IsFine,
}
