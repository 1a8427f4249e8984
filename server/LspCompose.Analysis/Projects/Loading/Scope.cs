namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Where a group of files is read from: the folder its relative paths start at, and the variables it is filled in from.</summary>
internal sealed record Scope(string Folder, Variables Variables);
