using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Images known to be ambassadors, and images that only sound like one.</summary>
internal static class AmbassadorImages
{
    private static readonly AmbassadorImage Socat = new(AmbassadorKind.PortForwarder, ArgumentForm.HostAndPort) { ReadsLinkVariables = true };

    private static readonly AmbassadorImage Etcd = new(AmbassadorKind.Registry);

    private static readonly AmbassadorImage Omnimode = new(AmbassadorKind.ConsumerVariables);

    private static readonly Dictionary<string, AmbassadorImage> Known = new(StringComparer.Ordinal)
    {
        ["cpuguy83/docker-grand-ambassador"] = new(AmbassadorKind.ContainerNames),
        ["svendowideit/ambassador"] = Socat,
        ["ctlc/ambassador"] = Socat,
        ["suutari/ambassador"] = Socat,
        ["openstf/ambassador"] = Socat,
        ["devicefarmer/ambassador"] = Socat,
        ["bandesz/ambassador"] = Socat,
        ["dokku/ambassador"] = Socat,
        ["tenstartups/ambassador"] = Socat with { IsEncrypted = true },
        ["progrium/ambassadord"] = Omnimode,
        ["gliderlabs/connectable"] = Omnimode,
        ["sequenceiq/ambassadord"] = Omnimode,
        ["polvi/simple-amb"] = new(AmbassadorKind.PortForwarder, ArgumentForm.Address),
        ["polvi/dynamic-etcd-amb"] = Etcd,
        ["polvi/docker-register"] = Etcd,
        ["ncarlier/dynamic-ambassador"] = Etcd,
        ["anibali/siren-ambassador"] = Etcd,

        // Named as ambassadors now and then, but nobody has seen what is in them.
        ["docker/ambassador"] = Socat with { Certainty = AmbassadorCertainty.High },
        ["binocarlos/ambassador"] = Socat with { Certainty = AmbassadorCertainty.High },
        ["binocarlos/ambassadord"] = Omnimode with { Certainty = AmbassadorCertainty.High },

        // A load balancer too; the command tells which.
        ["jpetazzo/hamba"] = new(AmbassadorKind.PortForwarder, ArgumentForm.Backends) { Certainty = AmbassadorCertainty.Medium },
    };

    // API gateways, service meshes, reverse proxies, load balancers and socket proxies: not this pattern, whatever their name.
    private static readonly HashSet<string> NeverOwners = new(StringComparer.Ordinal) { "ambassador", "datawire", "emissaryingress", "envoyproxy", "istio", "rancher" };

    private static readonly HashSet<string> NeverNames = new(StringComparer.Ordinal) { "traefik", "nginx-proxy", "haproxy", "docker-socket-proxy", "socket-proxy", "envoy", "emissary" };

    /// <summary>What is known about an image, whatever its registry, tag and case; null for any other image.</summary>
    public static AmbassadorImage? Find(string image) => Known.GetValueOrDefault(Repository(image));

    /// <summary>True for an image that must never be taken for an ambassador.</summary>
    public static bool IsSomethingElse(string image)
    {
        var parts = Repository(image).Split('/');
        return NeverNames.Contains(parts[^1]) || parts[^1].EndsWith("-haproxy", StringComparison.Ordinal) || (parts.Length > 1 && NeverOwners.Contains(parts[^2]));
    }

    /// <summary>True when the image's own name says ambassador: <c>ambassador</c>, <c>docker-ambassador</c>, <c>x-ambassador</c> or <c>ambassadord</c>.</summary>
    public static bool SoundsLikeAmbassador(string image) => IsAmbassadorName(Repository(image).Split('/')[^1]);

    /// <summary>True for a last part of a name that says ambassador.</summary>
    public static bool IsAmbassadorName(string name) => name is "ambassador" or "ambassadord" || name.EndsWith("-ambassador", StringComparison.Ordinal);

    /// <summary>True for an image that is nothing but socat.</summary>
    public static bool IsSocat(string image) => Repository(image).Split('/')[^1] == "socat";

    // Owner and name; a mirror puts folders of its own before them. Of variables their default counts.
    private static string Repository(string image)
    {
        var written = image.Contains('$') ? Template.Substitute(image, _ => null).Value : image;
        var parts = ImageReference.Repository(written.Trim().TrimStart('/')).Split('/');
        return parts.Length > 2 ? string.Join('/', parts[^2..]) : string.Join('/', parts);
    }
}
