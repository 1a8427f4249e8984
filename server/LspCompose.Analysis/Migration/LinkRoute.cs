using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>One service's use of a link item: where it leads for that service, past an ambassador.</summary>
internal sealed class LinkRoute(ComposedLink link)
{
    public ComposedLink Link { get; } = link;

    public string Consumer => Link.Consumer.Name;

    /// <summary>The service that is meant, null where the project has none of that name.</summary>
    public ComposedService? Target { get; set; }

    /// <summary>The container outside of the project that is meant, as the engine has it; null for a service, and where there is no engine or no such container.</summary>
    public OutsideContainer? Outside { get; init; }

    /// <summary>The ambassador the link leads through and that goes away, null without one.</summary>
    public ComposedService? Through { get; set; }

    /// <summary>True when the consumer never reached the ambassador, so that the link gave an order only.</summary>
    public bool IsDead { get; set; }

    /// <summary>The name as the plan's map of names knows it, null once it is gone or where it never led anywhere.</summary>
    public PrivateName? Private { get; set; }

    /// <summary>The network aliases the target got for this route, none where it needed none.</summary>
    public List<(string Name, string Network)> Aliases { get; } = [];
}
