using System.Globalization;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Writes a typed scalar as Compose does where it needs text.</summary>
internal static class ScalarText
{
    /// <summary>The value as text; empty for null.</summary>
    public static string Of(ConfigScalar scalar) => scalar.Value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => GoNumber.FormatFloat(number),
        DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF' +0000 UTC'", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };
}
