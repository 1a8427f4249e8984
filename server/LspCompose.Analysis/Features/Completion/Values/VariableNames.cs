using System.Text.RegularExpressions;
using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Variables after <c>$</c> and <c>${</c>, with their values and where these come from.</summary>
internal static partial class VariableNames
{
    /// <summary>The variables of <c>.env</c> first, then those the project's files name, then those of the shell.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context)
    {
        var text = context.File.Text.Content;
        var isBraced = text[context.Span.Start - 1] == '{';
        var known = KnownVariables.Of(context.Workspace, context.Project);
        var used = DeclaredNames.Files(context).SelectMany(file => UsesIn(file, context)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in known.Values.Where(variable => variable.Place is not null).Select(variable => variable.Name).Concat(used).Concat(known.Keys.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            var variable = known.GetValueOrDefault(name);
            yield return new Suggestion(name, CompletionKind.Variable)
            {
                Text = !isBraced ? $"{{{name}}}" : IsClosed(text, context.Span.End) ? name : name + "}",
                FilterText = name,
                IsLiteral = true,
                Detail = variable is null ? "not set" : $"{SecretNames.Shown(name, variable.Value ?? "")} ({variable.Origin})",
                Documentation = () => Describe(name, variable),
                Rank = variable?.Place is not null ? SuggestionRank.Required : used.Contains(name) ? SuggestionRank.Common : SuggestionRank.Rare,
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

    private static string Describe(string name, ProjectVariable? variable) => variable switch
    {
        null => $"`{name}` is not set. Give it a value in `.env`, or a default here: `${{{name}:-value}}`.",
        { Value: { Length: > 0 } value } => $"`{SecretNames.Shown(name, value)}`\n\nFrom {variable.Origin}.",
        _ => $"Empty, from {variable.Origin}.",
    };

    [GeneratedRegex(@"(?<!\$)(?:\$\$)*\$\{?(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Use();
}
