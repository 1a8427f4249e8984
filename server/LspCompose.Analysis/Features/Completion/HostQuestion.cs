namespace LspCompose.Analysis.Features.Completion;

/// <summary>What has to be looked up on the host's disk before offers can be made: the file at an absolute path, or a folder's entries that begin with a prefix.</summary>
public sealed record HostQuestion(string Path, HostQuestionKind Kind, string Prefix = "");
