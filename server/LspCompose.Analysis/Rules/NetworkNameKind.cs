namespace LspCompose.Analysis.Rules;

/// <summary>What gives a service a name on its networks.</summary>
internal enum NetworkNameKind
{
    /// <summary>Its own name.</summary>
    Service,

    /// <summary>Its <c>container_name</c>.</summary>
    Container,

    /// <summary>Its <c>hostname</c>.</summary>
    Host,

    /// <summary>One of its <c>aliases</c> on a network.</summary>
    Alias,
}
