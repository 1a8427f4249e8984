using LspCompose.Analysis.Images;
using LspCompose.Analysis.Interpolation;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Variables for a container: those its image is known to read, and usual values of them.</summary>
internal static class EnvironmentNames
{
    /// <summary>The names as keys.</summary>
    public static IEnumerable<Suggestion> AsKeys(CompletionContext context) => Known(context).Select(Suggest);

    /// <summary>The names as items of a list, with a sign and the value that goes with it.</summary>
    public static IEnumerable<Suggestion> AsItems(CompletionContext context)
    {
        if (context.Position == CompletionPosition.Value)
        {
            return Values(context);
        }

        if (context.Position != CompletionPosition.Item)
        {
            return [];
        }

        var sign = context.Word.IndexOf('=', StringComparison.Ordinal);
        var present = context.Siblings.Select(item => item.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
        return Known(context).Where(variable => !present.Contains(variable.Name)).Select(variable => sign < 0
            ? Suggest(variable) with { Text = $"{variable.Name}={ValueOf(variable)}", FilterText = variable.Name, IsUnfinished = ValueOf(variable).Length == 0 }
            : Suggest(variable) with { Span = new TextSpan(context.Span.Start, context.Span.Start + sign) });
    }

    // What the variable at the cursor usually is; what nobody may see comes from outside.
    private static IEnumerable<Suggestion> Values(CompletionContext context)
    {
        var name = context.Place is { Name: { } key } ? key : context.Place?.Value.Value.Split('=')[0];
        return Known(context).Where(variable => variable.Name == name && ValueOf(variable).Length > 0)
            .Select(variable => new Suggestion(ValueOf(variable), CompletionKind.Value) { Documentation = () => variable.Description, Rank = SuggestionRank.Common });
    }

    private static string ValueOf(KnownVariable variable) =>
        variable.Value.Length > 0 ? variable.Value : SecretNames.IsSecret(variable.Name) ? $"${{{variable.Name}:?Set {variable.Name} in .env}}" : "";

    private static Suggestion Suggest(KnownVariable variable) => new(variable.Name, CompletionKind.Variable)
    {
        Detail = variable.Value,
        Documentation = () => variable.Description,
        Rank = SuggestionRank.Common,
    };

    // Not the arguments of a build: they are the Dockerfile's.
    private static IReadOnlyList<KnownVariable> Known(CompletionContext context)
    {
        var place = context.Place;
        while (place is not null && place.Name is not ("environment" or "args"))
        {
            place = place.Parent;
        }

        return place?.Name == "environment" ? context.KnownImage?.Variables ?? [] : [];
    }
}
