namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Profiles that other services of the project have.</summary>
internal static class ProfileNames
{
    /// <summary>The profiles, those of most services first.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context) => DeclaredNames.Files(context)
        .SelectMany(file => file.Model.Services)
        .Where(service => service.Name != context.ServiceName)
        .SelectMany(service => service.Attribute("profiles") is { } profiles ? profiles.Items.Select(item => (Profile: item.Value, Service: service.Name)) : [])
        .Where(use => use.Profile is { IsScalar: true, IsNull: false } && !context.Siblings.Contains(use.Profile.Value))
        .GroupBy(use => use.Profile.Value, use => use.Service, StringComparer.Ordinal)
        .OrderByDescending(uses => uses.Count())
        .Select(uses => new Suggestion(uses.Key, CompletionKind.Profile) { Detail = Sentence.List(uses.Take(3)) + (uses.Count() > 3 ? ", …" : "") });
}
