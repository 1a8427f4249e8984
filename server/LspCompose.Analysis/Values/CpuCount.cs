using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Numbers of processors such as <c>0.5</c>.</summary>
public static class CpuCount
{
    /// <summary>Reads a number of processors.</summary>
    public static Parsed<double> Parse(string text) => GoNumber.TryParseFloat(text, out var value)
        ? new(value)
        : new(new TextSpan(0, text.Length), text.Length == 0 ? "The number of processors is empty. Write one such as '0.5' or '2'." : $"'{text}' is not a number of processors. Write one such as '0.5' or '2'.");
}
