namespace LspCompose.Analysis.Findings;

/// <summary>Severities as they are written in output and settings.</summary>
public static class SeverityNames
{
    /// <summary>The name of a severity.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => "hint",
    };

    /// <summary>Reads a severity's name; false for anything else.</summary>
    public static bool TryParse(string name, out Severity severity)
    {
        severity = Severity.Error;
        foreach (var candidate in Enum.GetValues<Severity>())
        {
            if (Of(candidate) == name)
            {
                severity = candidate;
                return true;
            }
        }

        return false;
    }
}
