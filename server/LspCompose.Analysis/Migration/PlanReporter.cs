using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>Puts a plan into words: what is converted and how, what stays and why, what changes when the containers run.</summary>
internal sealed class PlanReporter(ProjectComposition composition, ConversionRequest request, ConversionPlan plan, IReadOnlyList<LinkUnit> units, IReadOnlySet<string> pinned)
{
    /// <summary>An item in the user's words.</summary>
    public static string Name(LinkUnit unit) =>
        $"{(unit.IsExternal ? "External link" : "Link")} '{unit.Link.Item.Value}' of {Sentence.List(unit.Routes.Select(route => $"'{route.Consumer}'").Distinct())}";

    public void Write()
    {
        foreach (var unit in units.Where(unit => unit.IsRequested))
        {
            switch (unit.Outcome)
            {
                case LinkOutcome.Removed:
                    plan.Converted(unit.Place, $"{Name(unit)} is removed: {How(unit)}.");
                    break;
                case LinkOutcome.BecomesExternal:
                    plan.Converted(unit.Place, $"{Name(unit)} becomes an external link, which gives the same name without a start order.");
                    plan.Left(unit.Place, $"External link '{unit.NewText}' takes the place of link '{unit.Link.Item.Value}' and stays: {unit.Reason}.");
                    break;
                default:
                    plan.Left(unit.Place, unit.NewText is { } text ? $"{Name(unit)} stays as '{text}': {unit.Reason}." : $"{Name(unit)} stays: {unit.Reason}.");
                    break;
            }

            foreach (var doubt in unit.Outcome == LinkOutcome.Removed ? [] : unit.Doubts)
            {
                if (doubt.Place is { } place)
                {
                    plan.Left(place, $"{Upper(doubt.Reason)}: it keeps its link.");
                }
            }

            if (unit.Outcome == LinkOutcome.Removed)
            {
                plan.Doubts.AddRange(unit.Doubts.Select(doubt => Upper(doubt.Reason) + "."));
            }
        }

        if (request.IsWholeFile)
        {
            Leftover();
        }

        Runtime();
    }

    /// <summary>What is rewritten, or left, besides links.</summary>
    private void Leftover()
    {
        foreach (var file in composition.Files.Where(file => request.Paths.Contains(file.Path)))
        {
            var changes = plan.For(file);
            changes.Converted.AddRange(Leftovers.Converted(file));
            changes.Left.AddRange(Leftovers.Left(file));
            plan.RuntimeChanges.AddRange(LegacyKeys.RuntimeChanges(file));
            var known = units.Where(unit => unit.Place.Path == file.Path).Select(unit => unit.Place.Span).ToHashSet();
            foreach (var link in file.Model.Services.SelectMany(service => service.Links.Concat(service.ExternalLinks)).Where(link => known.Add(link.Item.Span)))
            {
                changes.Left.Add(new MigrationNote(link.Item.Span, $"'{link.Item.Value}' of '{link.Source.Name}' stays: another file of the project takes it back (!reset or !override), so it has no effect; remove both by hand."));
            }
        }
    }

    private void Runtime()
    {
        if (plan.WrapsLegacy)
        {
            plan.RuntimeChanges.Add("All services get their names in DNS on the project's network; the first format put only linked ones into /etc/hosts.");
            plan.RuntimeChanges.Add("Link environment variables and numbered names such as 'db_1' are gone.");
            plan.RuntimeChanges.AddRange(composition.Files.Select(LegacyKeys.ContainerNames).OfType<string>().Take(1));
            foreach (var doubt in request.IncludesUnsafe ? units.Where(unit => unit.Outcome != LinkOutcome.Removed).SelectMany(unit => unit.Doubts).Where(doubt => doubt.Kind == DoubtKind.NeedsBridge) : [])
            {
                plan.Doubts.Add(Upper(doubt.Reason) + ".");
            }
        }
        else if (units.Any(unit => unit is { IsRequested: true, IsExternal: false, Outcome: LinkOutcome.Removed } && unit.Routes.Any(route => route.Target is not null)))
        {
            plan.RuntimeChanges.Add("Numbered names such as 'db-1' or 'db_1', which links gave, are gone, and restarting a service no longer restarts those that linked it.");
        }

        if (pinned.Count > 0 && plan.WrapsLegacy)
        {
            plan.RuntimeChanges.Add($"{Sentence.List(pinned.Select(name => $"'{name}'"))} {(pinned.Count == 1 ? "stays" : "stay")} on Docker's default bridge (network_mode: bridge), where links work as they did.");
        }

        foreach (var alias in units.Where(unit => unit is { IsRequested: true, Outcome: LinkOutcome.Removed }).SelectMany(unit => unit.Routes.SelectMany(route => route.Aliases.Select(alias => (Alias: alias.Name, Target: route.Target?.Name)))).Distinct())
        {
            plan.RuntimeChanges.Add($"'{alias.Alias}' becomes a name of '{alias.Target}' for every service on their network.");
        }
    }

    private static string Upper(string clause) => char.ToUpperInvariant(clause[0]) + clause[1..];

    private static string How(LinkUnit unit)
    {
        if (unit.Reason.Length > 0)
        {
            return unit.Reason;
        }

        var alias = unit.Routes.FirstOrDefault(route => route.Aliases.Count > 0);
        if (alias is not null)
        {
            return $"'{alias.Target?.Name}' gets the network alias '{unit.Alias}'";
        }

        var works = unit.Routes.FirstOrDefault(route => route.Private is not null);
        return works?.Target is { } target ? $"'{works.Consumer}' reaches '{target.Name}' by name" : unit.Routes[0].Link.Consumer.NetworkMode switch
        {
            "host" => "a service on the host's network has no links; it reaches published ports on localhost",
            _ => "it had no effect on names",
        };
    }
}
