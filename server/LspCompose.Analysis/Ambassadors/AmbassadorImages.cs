using System.Diagnostics.CodeAnalysis;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Images known to be ambassadors, and images that only sound like one.</summary>
internal static class AmbassadorImages
{
    private static readonly Dictionary<string, AmbassadorKind> Known = new(StringComparer.Ordinal)
    {
        ["cpuguy83/docker-grand-ambassador"] = AmbassadorKind.ContainerNames,
        ["svendowideit/ambassador"] = AmbassadorKind.PortForwarder,
        ["ctlc/ambassador"] = AmbassadorKind.PortForwarder,
        ["suutari/ambassador"] = AmbassadorKind.PortForwarder,
        ["openstf/ambassador"] = AmbassadorKind.PortForwarder,
        ["devicefarmer/ambassador"] = AmbassadorKind.PortForwarder,
        ["bandesz/ambassador"] = AmbassadorKind.PortForwarder,
        ["dokku/ambassador"] = AmbassadorKind.PortForwarder,
        ["tenstartups/ambassador"] = AmbassadorKind.PortForwarder,
        ["docker/ambassador"] = AmbassadorKind.PortForwarder,
        ["progrium/ambassadord"] = AmbassadorKind.Registry,
        ["gliderlabs/connectable"] = AmbassadorKind.Registry,
        ["sequenceiq/ambassadord"] = AmbassadorKind.Registry,
        ["polvi/simple-amb"] = AmbassadorKind.PortForwarder,
        ["polvi/dynamic-etcd-amb"] = AmbassadorKind.Registry,
        ["ncarlier/dynamic-ambassador"] = AmbassadorKind.Registry,
        ["anibali/siren-ambassador"] = AmbassadorKind.Registry,
    };

    // API gateways, service meshes, reverse proxies and socket proxies: not this pattern, whatever their name.
    private static readonly string[] NeverOwners = ["datawire/", "emissaryingress/", "envoyproxy/", "istio/", "rancher/", "dockercloud/", "tutum/", "tecnativa/", "richnorth/"];

    private static readonly HashSet<string> NeverImages = ["ambassador/aes", "traefik", "haproxy", "nginx", "jwilder/nginx-proxy", "nginxproxy/nginx-proxy", "jpetazzo/hamba"];

    /// <summary>Looks an image up among the known ambassadors, whatever its registry, tag and case.</summary>
    public static bool TryGetKind(string image, [NotNullWhen(true)] out AmbassadorKind? kind)
    {
        kind = Known.TryGetValue(ImageReference.Repository(image), out var found) ? found : null;
        return kind is not null;
    }

    /// <summary>True for an image that must never be taken for an ambassador.</summary>
    public static bool IsSomethingElse(string image)
    {
        var repository = ImageReference.Repository(image);
        return NeverImages.Contains(repository) || Array.Exists(NeverOwners, owner => repository.StartsWith(owner, StringComparison.Ordinal));
    }

    /// <summary>True when the image's own name says ambassador: <c>ambassador</c>, <c>docker-ambassador</c>, <c>x-ambassador</c> or <c>ambassadord</c>.</summary>
    public static bool SoundsLikeAmbassador(string image)
    {
        var name = ImageReference.Repository(image).Split('/')[^1];
        return name is "ambassador" or "ambassadord" || name.EndsWith("-ambassador", StringComparison.Ordinal);
    }
}
