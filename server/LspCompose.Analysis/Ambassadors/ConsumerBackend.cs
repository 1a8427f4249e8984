using LspCompose.Analysis.Model;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>
/// What a consumer asks an ambassador to connect one port to (<c>BACKEND_5432=db.service.consul</c>, label <c>connect.5432</c>). <see cref="Name"/> is the name in the
/// registry, or the host; <see cref="Span"/> is where it is written.
/// </summary>
public sealed record ConsumerBackend(int Port, string Name, TextSpan Span)
{
    /// <summary>The service of the file that has the name, null where none or several have it.</summary>
    public Service? Service { get; init; }

    /// <summary>The port of the target where the consumer names one too; otherwise the registry decides it.</summary>
    public int? TargetPort { get; init; }

    /// <summary>True when the service declares that port as one of its container's, so a network alias alone leads to the same.</summary>
    public bool HasSamePort => Service is not null && (TargetPort ?? Port) == Port && ServicePorts.Of(Service).Any(port => port.Number == Port);
}
