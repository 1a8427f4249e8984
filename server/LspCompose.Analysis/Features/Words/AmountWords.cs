using System.Globalization;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Features.Words;

/// <summary>Durations, sizes and numbers of processors, normalised.</summary>
internal static class AmountWords
{
    private const long Second = 1_000_000_000;

    private static readonly (long Size, string Unit)[] Large = [(604_800 * Second, "week"), (86_400 * Second, "day"), (3_600 * Second, "hour"), (60 * Second, "minute")];
    private static readonly string[] Decimal = ["kB", "MB", "GB", "TB", "PB"];
    private static readonly string[] Binary = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>A duration in seconds, or in milliseconds and less where it is shorter; null for what is none.</summary>
    public static string? Duration(string text, ComposeTarget target)
    {
        if (Values.Duration.Parse(text, target) is not { IsValid: true, Value: var nanoseconds })
        {
            return null;
        }

        var exact = Math.Abs(nanoseconds) switch
        {
            0 or >= Second => $"{Numbers.Grouped((double)nanoseconds / Second)} s",
            >= 1_000_000 => $"{Numbers.Grouped(nanoseconds / 1e6)} ms",
            >= 1_000 => $"{Numbers.Grouped(nanoseconds / 1e3)} µs",
            _ => $"{nanoseconds} ns",
        };
        var large = Large.FirstOrDefault(unit => nanoseconds >= unit.Size && nanoseconds % unit.Size == 0);
        return large.Unit is { } name ? $"{exact} ({Numbers.Count(nanoseconds / large.Size, name)})" : exact;
    }

    /// <summary>A size in bytes, and in the largest unit that gives a short number; null for what is none.</summary>
    public static string? Bytes(string text, ComposeTarget target)
    {
        if (ByteSize.Parse(text, target) is not { IsValid: true, Value: var bytes })
        {
            return null;
        }

        var (amount, unit) = ((double)bytes, -1);
        while (amount >= 1024 && unit < Binary.Length - 1)
        {
            (amount, unit) = (amount / 1024, unit + 1);
        }

        var isExact = Math.Round(amount, 2) == amount;
        return unit < 0 ? Numbers.Count(bytes, "byte") : $"{Numbers.Count(bytes, "byte")} ({(isExact ? "" : "about ")}{Numbers.Grouped(Math.Round(amount, 2))} {Binary[unit]})";
    }

    /// <summary>A size in the units of <c>docker images</c>, for instance <c>49.2 MB</c>.</summary>
    public static string Size(long bytes)
    {
        var (amount, unit) = ((double)bytes, -1);
        while (amount >= 1000 && unit < Decimal.Length - 1)
        {
            (amount, unit) = (amount / 1000, unit + 1);
        }

        return unit < 0 ? Numbers.Count(bytes, "byte") : $"{amount.ToString(amount >= 100 ? "0" : amount >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture)} {Decimal[unit]}";
    }

    /// <summary>A number of processors as a share of their time; null for what is none.</summary>
    public static string? Processors(string text) => CpuCount.Parse(text) is not { IsValid: true, Value: var count } ? null
        : count == 0 ? "no limit"
        : count == 1 ? "the time of 1 processor"
        : count < 1 ? $"{Numbers.Grouped(Math.Round(count * 100, 4))} % of the time of 1 processor"
        : $"the time of {Numbers.Grouped(count)} processors";
}
