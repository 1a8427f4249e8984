using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Tells which ambassadors only help another one: they set up its packet redirection, in its network namespace.</summary>
internal static class AmbassadorHelpers
{
    /// <summary>The same ambassadors, helpers assigned to the one they help.</summary>
    public static IReadOnlyList<Ambassador> Assign(IReadOnlyList<Ambassador> ambassadors)
    {
        var helped = ambassadors
            .Select(ambassador => (Helper: ambassador.Service, Main: ambassador.Kind == AmbassadorKind.ConsumerVariables ? MainOf(ambassador.Service, ambassadors) : null))
            .Where(pair => pair.Main is not null)
            .ToDictionary(pair => pair.Helper, pair => pair.Main);
        return helped.Count == 0
            ? ambassadors
            :
            [
                .. ambassadors.Select(ambassador => helped.TryGetValue(ambassador.Service, out var main)
                    ? ambassador with { Helps = main, Targets = [], Consumers = [] }
                    : ambassador with { Helpers = [.. helped.Where(pair => pair.Value == ambassador.Service).Select(pair => pair.Key)] }),
            ];
    }

    private static Service? MainOf(Service service, IReadOnlyList<Ambassador> ambassadors)
    {
        var others = ambassadors.Where(other => other.Service != service && other.Kind == AmbassadorKind.ConsumerVariables && !SetsUp(other.Service)).Select(other => other.Service).ToList();
        var mode = service.NetworkMode;
        var joined = others.Find(other => mode == "service:" + other.Name || mode == "container:" + other.Name || (other.ContainerName is { } name && mode == "container:" + name));
        return joined ?? (SetsUp(service) && others.Count == 1 ? others[0] : null);
    }

    private static bool SetsUp(Service service) => ServiceTexts.Words(service, "command").Contains("--setup-iptables");
}
