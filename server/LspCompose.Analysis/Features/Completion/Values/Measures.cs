namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Durations and sizes: usual ones, and the units of a number that is typed.</summary>
internal static class Measures
{
    private static readonly (string Unit, string Name)[] DurationUnits = [("s", "seconds"), ("m", "minutes"), ("h", "hours"), ("ms", "milliseconds"), ("us", "microseconds"), ("d", "days"), ("w", "weeks")];
    private static readonly (string Unit, string Name)[] SizeUnits = [("m", "mebibytes"), ("g", "gibibytes"), ("k", "kibibytes"), ("b", "bytes"), ("t", "tebibytes")];
    private static readonly string[] UsualDurations = ["5s", "10s", "30s", "1m", "1m30s", "5m", "1h"];
    private static readonly string[] UsualSizes = ["64m", "128m", "256m", "512m", "1g", "2g", "4g"];

    /// <summary>Durations.</summary>
    public static IEnumerable<Suggestion> Durations(CompletionContext context) => Of(context, UsualDurations, DurationUnits);

    /// <summary>Sizes in bytes.</summary>
    public static IEnumerable<Suggestion> Sizes(CompletionContext context) => Of(context, UsualSizes, SizeUnits);

    private static IEnumerable<Suggestion> Of(CompletionContext context, string[] usual, (string Unit, string Name)[] units)
    {
        var typed = context.Prefix;
        return typed.Length > 0 && char.IsAsciiDigit(typed[^1])
            ? units.Select(unit => new Suggestion(typed + unit.Unit, CompletionKind.Unit) { Detail = unit.Name })
            : usual.Select(text => new Suggestion(text, CompletionKind.Unit) { Detail = context.Schema?.Default == text ? "default" : "" });
    }
}
