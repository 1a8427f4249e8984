using System.Globalization;

namespace LspCompose.Analysis.Projects.Output;

/// <summary>What the printed forms of a model have in common.</summary>
internal static class ModelText
{
    /// <summary>Text that means itself when Compose reads it again: a lone dollar sign would start a variable.</summary>
    public static string Escape(string text) => text.Replace("$", "$$", StringComparison.Ordinal);

    /// <summary>A number, boolean, date or null as YAML writes it.</summary>
    public static string Plain(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number when double.IsNaN(number) => ".nan",
        double number when double.IsInfinity(number) => number > 0 ? ".inf" : "-.inf",
        double number => number.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'),
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };
}
