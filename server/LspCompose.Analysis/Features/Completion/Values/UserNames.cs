namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Users a container can run as.</summary>
internal static class UserNames
{
    private static readonly (string Text, string Meaning)[] Usual =
        [("1000:1000", "the first user of most systems"), ("${UID:-1000}:${GID:-1000}", "whoever starts it, where the shell says who"), ("nobody", "the user without rights"), ("root", "the administrator")];

    /// <summary>The image's own users, then the usual ones.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context) =>
        (context.KnownImage?.Users ?? []).Select(user => new Suggestion(user, CompletionKind.Value) { Detail = "user of the image", Rank = SuggestionRank.Common })
            .Concat(Usual.Select(user => new Suggestion(user.Text, CompletionKind.Value) { Detail = user.Meaning, PrefersQuotes = char.IsAsciiDigit(user.Text[0]) }));
}
