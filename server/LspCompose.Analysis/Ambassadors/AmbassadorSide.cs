namespace LspCompose.Analysis.Ambassadors;

/// <summary>On which side of a connection a port forwarder stands.</summary>
public enum AmbassadorSide
{
    /// <summary>Beside what it stands for: all its targets are services of the file.</summary>
    Server,

    /// <summary>Beside its consumers: it stands for something outside the file.</summary>
    Client,
}
