namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>How an image uses its links without a word of it in the file.</summary>
internal enum ImplicitLinkReaderKind
{
    /// <summary>Looks for variables of its links.</summary>
    Variables,

    /// <summary>Takes every link for something to forward to: a load balancer or an ambassador whose links are its configuration.</summary>
    LinksAsConfiguration,
}
