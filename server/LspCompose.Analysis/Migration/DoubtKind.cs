namespace LspCompose.Analysis.Migration;

/// <summary>What has to stay for a doubt not to matter.</summary>
internal enum DoubtKind
{
    /// <summary>The link itself; any network will do.</summary>
    NeedsLink,

    /// <summary>The link on Docker's default bridge, where it also sets environment variables.</summary>
    NeedsBridge,
}
