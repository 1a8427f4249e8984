using System.CommandLine;

namespace LspCompose.Cli.Verbs;

/// <summary>Options that take one of a few words.</summary>
internal static class Choice
{
    /// <summary>Makes an option whose first value is the default.</summary>
    public static Option<string> Option(string name, string description, params string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            DefaultValueFactory = _ => values[0],
            HelpName = string.Join('|', values),
        };
        option.CompletionSources.Add(values);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !values.Contains(token.Value))
            {
                result.AddError($"'{token.Value}' is no value of {name}; choose {string.Join(", ", values[..^1])} or {values[^1]}.");
            }
        });
        return option;
    }
}
