using System.Globalization;

namespace LspCompose.Engine.Reading;

/// <summary>Moments as engines tell them.</summary>
internal static class Moments
{
    /// <summary>A moment that Docker.DotNet has read; engines tell UTC.</summary>
    public static DateTimeOffset Of(DateTime moment) =>
        new(moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : DateTime.SpecifyKind(moment, DateTimeKind.Utc));

    /// <summary>A moment as text; null for none and for the year 1, by which engines say "never".</summary>
    public static DateTimeOffset? Of(string? moment) =>
        DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed) && parsed.Year > 1 ? parsed : null;
}
