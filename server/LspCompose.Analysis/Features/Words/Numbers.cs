using System.Globalization;

namespace LspCompose.Analysis.Features.Words;

/// <summary>Numbers in words.</summary>
internal static class Numbers
{
    /// <summary>A number with commas between thousands and a point before decimals.</summary>
    public static string Grouped(double number) => number.ToString("#,##0.#########", CultureInfo.InvariantCulture);

    /// <summary>The same for whole numbers.</summary>
    public static string Grouped(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A number of things: <c>1 byte</c>, <c>2 bytes</c>.</summary>
    public static string Count(long number, string thing) => $"{Grouped(number)} {thing}{(number is 1 or -1 ? "" : "s")}";
}
