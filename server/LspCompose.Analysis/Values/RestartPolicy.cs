using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Values of <c>restart</c>.</summary>
public static class RestartPolicy
{
    private const string Advice = "It can be 'no', always, unless-stopped, on-failure or on-failure:N.";

    /// <summary>Reads a value of <c>restart</c>.</summary>
    public static Parsed<RestartRule> Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        RestartKind? kind = name switch
        {
            "no" => RestartKind.No,
            "always" => RestartKind.Always,
            "unless-stopped" => RestartKind.UnlessStopped,
            "on-failure" => RestartKind.OnFailure,
            _ => null,
        };
        if (kind is not { } known)
        {
            return new(new TextSpan(0, name.Length), text.Length == 0 ? $"The restart policy is empty. {Advice}" : $"'{name}' is not a restart policy. {Advice}");
        }

        if (colon < 0)
        {
            return new(new RestartRule(known, null));
        }

        if (known != RestartKind.OnFailure)
        {
            return new(new TextSpan(colon, text.Length), $"Restart policy '{name}' takes no number of attempts. Only on-failure does.");
        }

        return GoNumber.TryAtoi(text[(colon + 1)..], out var attempts) && attempts >= 0
            ? new(new RestartRule(known, attempts))
            : new(new TextSpan(colon + 1, text.Length), $"'{text[(colon + 1)..]}' is not a number of attempts. Write a whole number, as in 'on-failure:3'.");
    }
}
