namespace LspCompose.Engine.Tests.Proof;

/// <summary>A Compose that does not take the files of a project: it ends before there is a container.</summary>
internal sealed class ComposeRefusalException(string message) : InvalidOperationException(message);
