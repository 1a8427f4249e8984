namespace LspCompose.Cli.Changes;

/// <summary>What to do with changes to files.</summary>
internal enum ChangeMode
{
    /// <summary>Print them as a patch.</summary>
    Diff,

    /// <summary>Write them to the files.</summary>
    Write,

    /// <summary>Only tell by the exit code whether there are any.</summary>
    Check,
}
