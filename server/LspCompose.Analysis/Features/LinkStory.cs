using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Rules;

namespace LspCompose.Analysis.Features;

/// <summary>Hover texts about links, ambassadors and networks: what they do today, why they are outdated, what replaces them.</summary>
internal static class LinkStory
{
    public static string OfLinks(Service? service)
    {
        var consumer = service is null ? "this service" : $"`{service.Name}`";
        return $"""
            **links** *(outdated)*: other names for services, for {consumer} alone, and starting after them.

            **Why outdated:** services on one network reach each other by name without any link. Two services cannot link each other, Docker 29 no longer sets link variables, Podman refuses links.

            **Instead:** a network both are on, `depends_on` for the start order, a network `aliases` entry for another name.

            {More("deprecated-link")}
            """;
    }

    public static string OfLink(Workspace workspace, ComposeFile file, Link link)
    {
        var target = file.Model.Find(link.Target);
        var ambassador = file.Ambassadors.FirstOrDefault(candidate => candidate.Service == target);
        var today = ambassador?.Destination(link) is { } destination
            ? $"`{link.Source.Name}` reaches ambassador `{link.Target}` under the name `{link.Alias}`; it passes connections on to `{destination.Name}`."
            : $"`{link.Source.Name}` reaches service `{link.Target}` under the name `{link.Alias}` and starts after it.";
        var inCircle = target is not null && file.Graph.InOneCycle(link.Source, target)
            ? "\n\n**Circle:** the two need each other, so neither can start first and Compose refuses the file."
            : "";
        var change = LinkFixes.Convert(workspace, file, workspace.Settings.Strategy, [link]);
        var instead = change.Converted.Count > 0
            ? string.Join(" ", change.Converted.Select(note => note.Message))
            : change.Left.Count > 0 ? change.Left[0].Message : "Put both on one network.";
        return $"""
            **Link** `{link.Item.Value}` *(outdated)*: {today}{inCircle}

            **Why outdated:** services on one network reach each other by name, in both directions and without any order.

            **Instead:** {instead}

            {More("deprecated-link")}{(inCircle.Length > 0 ? " · " + More("circular-link") : "")}
            """;
    }

    public static string OfAmbassador(ComposeFile file, Ambassador ambassador)
    {
        var names = ambassador.Targets.Select(target => $"`{target.Service?.Name ?? target.Name}`").Distinct();
        var obstacle = AmbassadorRemoval.Obstacle(file, ambassador);
        var instead = obstacle is null
            ? "a network all of them are on. The quick fix removes the ambassador and connects them."
            : $"a network all of them are on. It has to be removed by hand: {obstacle}.";
        var socket = ambassador.HoldsEngine ? " It also holds the Docker socket, which is root on the host." : "";
        return $"""
            **{(ambassador.Certainty == AmbassadorCertainty.Medium ? "Possibly an ambassador" : "Ambassador")}** `{ambassador.Service.Name}` *(outdated)*: passes connections on to {Sentence.List(names.DefaultIfEmpty("other services"))}.

            **Why outdated:** it stood in for links that would have been circular. Services on one network reach each other by name, whoever starts first.{socket}

            **Instead:** {instead}

            {More("ambassador-container")}
            """;
    }

    public static string OfNetworks(ComposeModel model, Service? service)
    {
        var where = service?.Networks is { Count: > 0 } networks
            ? $"`{service.Name}` is on {Sentence.List(networks.Select(network => $"`{network.Name}`"))} and reaches every service there by its name or a network alias."
            : "The service is on the project's `default` network, with every other service that names none.";
        var peers = service?.Networks is { } declared
            ? model.Services.Where(other => other != service && other.JoinedNetworks.Intersect(declared.Select(network => network.Name)).Any()).Select(other => $"`{other.Name}`").ToList()
            : [];
        return $"""
            **networks**: {where}{(peers.Count == 0 ? "" : $" Reachable: {Sentence.List(peers.Take(8))}{(peers.Count > 8 ? " …" : "")}.")}

            A service that names networks is no longer on `default`. `aliases` gives it further names, seen by all on that network. This is what replaced links and ambassadors.

            {More("deprecated-link")}
            """;
    }

    public static string OfNetwork(ComposeModel model, string name)
    {
        var members = model.Services.Where(service => service.JoinedNetworks.Contains(name)).Select(service => $"`{service.Name}`").ToList();
        return $"""
            {members.Count switch { 0 => $"No service is on `{name}`.", 1 => $"{members[0]} alone is on it.", _ => $"{Sentence.List(members.Take(8))}{(members.Count > 8 ? " …" : "")} are on it and reach each other by name." }}

            {More("deprecated-link")}
            """;
    }

    public static string OfTopLevelNetworks(ComposeModel model)
    {
        var names = model.Networks.Select(name => $"`{name}`").ToList();
        return $"""
            **networks**: the project's own networks{(names.Count == 0 ? "" : $": {Sentence.List(names)}")}. Services on one network reach each other by service name, in both directions.

            Services that name no network share `default`, which need not be declared. User-defined networks replaced links and ambassadors.

            {More("deprecated-link")}
            """;
    }

    public static string OfVersion() =>
        $"""
        **version** *(obsolete)*: chose the schema in docker-compose 1.x. Compose v2 ignores it and warns. Remove it.

        {More("obsolete-version")}
        """;

    private static string More(string ruleId) => RuleCatalogue.TryGet(ruleId, out var rule) ? $"[{ruleId}]({rule.Url})" : "";
}
