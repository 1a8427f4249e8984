namespace LspCompose.Analysis.Composition;

/// <summary>How a part of a service comes to it.</summary>
internal enum PartKind
{
    /// <summary>A file of the project defines it under the service's own name.</summary>
    Own,

    /// <summary>The service extends it.</summary>
    Extended,
}
