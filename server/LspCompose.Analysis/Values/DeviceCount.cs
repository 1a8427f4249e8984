using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Numbers of devices that a service asks for.</summary>
public static class DeviceCount
{
    /// <summary>What <c>all</c> stands for.</summary>
    public const long All = -1;

    /// <summary>Reads a number of devices; <c>all</c> in any case is <see cref="All"/>.</summary>
    public static Parsed<long> Parse(string text) => text.Equals("all", StringComparison.OrdinalIgnoreCase) ? new(All)
        : GoNumber.TryAtoi(text, out var count) ? new(count)
        : new(new TextSpan(0, text.Length), text.Length == 0 ? "The number of devices is empty. Write a whole number or 'all'." : $"'{text}' is not a number of devices. Write a whole number or 'all'.");
}
