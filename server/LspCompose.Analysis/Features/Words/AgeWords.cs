namespace LspCompose.Analysis.Features.Words;

/// <summary>Spans of time in one unit, as Docker tells ages.</summary>
internal static class AgeWords
{
    // From how many of the smaller unit on the next one is told: 47 hours, then 2 days.
    private static readonly (double From, double Seconds, string Unit)[] Units =
    [
        (730, 31_536_000, "year"), (60, 2_592_000, "month"), (14, 604_800, "week"), (2, 86_400, "day"), (1.0 / 24, 3_600, "hour"), (1.0 / 1440, 60, "minute"),
    ];

    /// <summary>A span, for instance <c>3 hours</c>.</summary>
    public static string Span(TimeSpan span)
    {
        var unit = Units.FirstOrDefault(unit => span.TotalDays >= unit.From);
        return unit.Unit is { } name ? Numbers.Count((long)(span.TotalSeconds / unit.Seconds), name)
            : span.TotalSeconds >= 1 ? Numbers.Count((long)span.TotalSeconds, "second")
            : "less than a second";
    }

    /// <summary>How long ago something was, for instance <c>3 hours ago</c>; null where that is not known.</summary>
    public static string? Ago(DateTimeOffset? then, TimeProvider clock) => Since(then, clock) is { } span ? $"{span} ago" : null;

    /// <summary>How long something lasts, for instance <c>3 hours</c>; null where that is not known. A clock that goes wrong gives no negative ages.</summary>
    public static string? Since(DateTimeOffset? then, TimeProvider clock) => then is { Year: > 1 } known ? Span(clock.GetUtcNow() - known) : null;
}
