using LspCompose.Analysis.LinkEnvironment;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Names of the project's services.</summary>
internal static class ServiceNames
{
    /// <summary>The services that can be referred to; last those that depend on the one at the cursor already.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context)
    {
        if (context.Place?.Name == "extends" || context.Place?.Parent?.Name == "extends")
        {
            return ToExtend(context);
        }

        // What follows a colon is the alias of a link or the mode of a mount.
        var colon = context.Position == CompletionPosition.Item ? context.Word.IndexOf(':', StringComparison.Ordinal) : -1;
        if (colon >= 0 && context.Span.Start + colon < context.Offset)
        {
            return [];
        }

        var span = colon < 0 ? context.Span : new TextSpan(context.Span.Start, context.Span.Start + colon);
        var own = context.ServiceName;
        var dependents = own is null ? [] : DependentsOf(context, own);
        return DeclaredNames.Of(context, "service")
            .Where(service => service.Entry.Name != own && !context.Siblings.Contains(service.Entry.Name))
            .Select(service => Suggest(service) with { Span = colon < 0 ? null : span })
            .Select(service => dependents.Contains(service.Label) ? service with { Rank = SuggestionRank.Discouraged, Detail = $"depends on {own}" } : service);
    }

    /// <summary>The part after <c>service:</c>, and the whole text before that is typed.</summary>
    public static IEnumerable<Suggestion> AfterPrefix(CompletionContext context)
    {
        const string Prefix = "service:";
        var own = context.ServiceName;
        var names = DeclaredNames.Of(context, "service").Where(service => service.Entry.Name != own);
        return context.Prefix.StartsWith(Prefix, StringComparison.Ordinal)
            ? names.Select(service => Suggest(service) with { Span = new TextSpan(context.Span.Start + Prefix.Length, context.Span.End) })
            : names.Select(service => Suggest(service) with { Label = Prefix + service.Entry.Name, Text = Prefix + service.Entry.Name, Rank = SuggestionRank.Rare });
    }

    // Of the file that is named beside the cursor, else of the same file.
    private static IEnumerable<Suggestion> ToExtend(CompletionContext context)
    {
        if (context.Place?.Name == "service" && context.Beside("file") is { IsScalar: true, IsNull: false } written)
        {
            var path = ProjectVariables.Of(context.Workspace, context.File).PathOf(written.Value);
            return context.Workspace.FindComposeFile(path) is { } other ? DeclaredNames.Of(other, "service").Select(Suggest) : [];
        }

        return DeclaredNames.Of(context.File, "service").Where(service => service.Entry.Name != context.ServiceName).Select(Suggest);
    }

    private static Suggestion Suggest(Declaration service) => new(service.Entry.Name, CompletionKind.Service)
    {
        Detail = service.Text("image") ?? (service.Text("build") is { } folder ? $"build {folder}" : ""),
        Documentation = service.Excerpt,
        Rank = SuggestionRank.Common,
    };

    // Backwards over the dependencies of all files.
    private static HashSet<string> DependentsOf(CompletionContext context, string name)
    {
        var dependents = DeclaredNames.Files(context)
            .SelectMany(file => file.Model.Services)
            .SelectMany(service => service.Dependencies.Select(dependency => (From: service.Name, To: dependency.Target)))
            .ToLookup(edge => edge.To, edge => edge.From, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([name]);
        while (open.TryPop(out var next))
        {
            foreach (var dependent in dependents[next].Where(found.Add))
            {
                open.Push(dependent);
            }
        }

        found.Remove(name);
        return found;
    }
}
