namespace LspCompose.Analysis.Features.Words;

/// <summary>Spans of time in one unit, as Docker tells ages.</summary>
internal static class AgeWords
{
    // From how many seconds on a unit is told: 47 hours, then 2 days.
    private static readonly (long From, long Seconds, string Unit)[] Units =
    [
        (63_072_000, 31_536_000, "year"), (5_184_000, 2_592_000, "month"), (1_209_600, 604_800, "week"), (172_800, 86_400, "day"), (3_600, 3_600, "hour"), (60, 60, "minute"), (1, 1, "second"),
    ];

    // The year of the first Docker. Builds that give the same bytes every time put an earlier date into their images, mostly the first one there is.
    private const int FirstYear = 2013;

    /// <summary>A span, for instance <c>3 hours</c>.</summary>
    public static string Span(TimeSpan span)
    {
        var seconds = (long)span.TotalSeconds;
        return Units.FirstOrDefault(unit => seconds >= unit.From) is { Unit: { } name } unit ? Numbers.Count(seconds / unit.Seconds, name) : "less than a second";
    }

    /// <summary>How long ago something was, for instance <c>3 hours ago</c>; null where that is not known.</summary>
    public static string? Ago(DateTimeOffset? then, TimeProvider clock) => Since(then, clock) is { } span ? $"{span} ago" : null;

    /// <summary>How long something lasts, for instance <c>3 hours</c>; null where that is not known. A clock that goes wrong gives no negative ages.</summary>
    public static string? Since(DateTimeOffset? then, TimeProvider clock) => then is { Year: >= FirstYear } known ? Span(clock.GetUtcNow() - known) : null;
}
