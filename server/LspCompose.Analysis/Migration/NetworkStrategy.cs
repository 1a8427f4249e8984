namespace LspCompose.Analysis.Migration;

/// <summary>Which network takes over from the links.</summary>
public enum NetworkStrategy
{
    /// <summary>The project's default network, which every service is on already.</summary>
    DefaultNetwork,

    /// <summary>A new network of its own name; every service that was on the default network moves there.</summary>
    UserDefinedNetwork,
}
