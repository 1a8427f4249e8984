namespace LspCompose.Analysis.Features.Completion;

/// <summary>What is asked of the host.</summary>
public enum HostQuestionKind
{
    /// <summary>The content of a file.</summary>
    File,

    /// <summary>The entries of a folder.</summary>
    Folder,
}
