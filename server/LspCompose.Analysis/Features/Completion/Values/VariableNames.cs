using System.Text.RegularExpressions;
using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Interpolation;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Variables after <c>$</c> and <c>${</c>, with their values and where these come from.</summary>
internal static partial class VariableNames
{
    /// <summary>The variables of <c>.env</c> first, then those the project's files name, then those of the shell.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context)
    {
        var text = context.File.Text.Content;
        var isBraced = text[context.Span.Start - 1] == '{';
        var known = context.Project.ScopeOf(context.File.Path).Variables;
        var names = known.Names.Order(StringComparer.Ordinal).ToList();
        var used = DeclaredNames.Files(context).SelectMany(file => UsesIn(file, context)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names.Where(name => known.Find(name) is { Source: VariableSource.File }).Concat(used).Concat(names).Distinct(StringComparer.Ordinal))
        {
            var variable = known.Find(name);
            yield return new Suggestion(name, CompletionKind.Variable)
            {
                Text = !isBraced ? $"{{{name}}}" : IsClosed(text, context.Span.End) ? name : name + "}",
                FilterText = name,
                IsLiteral = true,
                Detail = variable is null ? "not set" : $"{Shown(name, variable)} ({Origin(context, variable)})",
                Documentation = () => Describe(context, name, variable),
                Rank = variable is { Source: VariableSource.File } ? SuggestionRank.Required : used.Contains(name) ? SuggestionRank.Common : SuggestionRank.Rare,
            };
        }
    }

    private static IEnumerable<string> UsesIn(ComposeFile file, CompletionContext context)
    {
        foreach (Match use in Use().Matches(file.Text.Content))
        {
            var name = use.Groups["name"];
            if (file != context.File || name.Index != context.Span.Start)
            {
                yield return name.Value;
            }
        }
    }

    // Closed, or followed by an operator: then the brace is further on.
    private static bool IsClosed(string text, int end) => end < text.Length && text[end] is '}' or ':' or '-' or '?' or '+';

    private static string Shown(string name, Variable variable) => SecretNames.Shown(name, SecretTexts.Hide(variable.Value)).ReplaceLineEndings("⏎");

    private static string Origin(CompletionContext context, Variable variable) => variable switch
    {
        { Place: { } place } => PlaceNames.Of(context.Workspace, place),
        { Source: VariableSource.Compose } => "Compose",
        _ => "shell",
    };

    private static string Describe(CompletionContext context, string name, Variable? variable) => variable switch
    {
        null => $"`{name}` is not set. Give it a value in `.env`, or a default here: `${{{name}:-value}}`.",
        { Value.Length: > 0 } => $"`{Shown(name, variable)}`\n\nFrom {Origin(context, variable)}.",
        _ => $"Empty, from {Origin(context, variable)}.",
    };

    [GeneratedRegex(@"(?<!\$)(?:\$\$)*\$\{?(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Use();
}
