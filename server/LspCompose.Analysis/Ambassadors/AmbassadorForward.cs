using LspCompose.Analysis.Model;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>
/// A port an ambassador listens on and where it passes its connections on. <see cref="Span"/> is where that is written; a port that cannot be read is 0.
/// </summary>
public sealed record AmbassadorForward(int ListenPort, string Protocol, string TargetHost, int TargetPort, TextSpan Span)
{
    /// <summary>The service of the file the host names, null for one outside.</summary>
    public Service? Service { get; init; }

    /// <summary>Why it cannot be used as it is written.</summary>
    public ForwardProblem Problem { get; init; }

    /// <summary>True when the host is an IP address, which <c>extra_hosts</c> can hold.</summary>
    public bool IsAddress => IpAddress.IsValid(TargetHost);

    /// <summary>True when consumers find the same port behind the ambassador; <c>extra_hosts</c> and aliases cannot change it.</summary>
    public bool KeepsPort => ListenPort == TargetPort;
}
