using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>The short form of an item of <c>devices</c>: <c>SOURCE[:TARGET[:PERMISSIONS]]</c>.</summary>
public static class DeviceSpec
{
    /// <summary>Reads an item of <c>devices</c>.</summary>
    public static Parsed<DeviceMapping> Parse(string text)
    {
        var parts = text.Split(':', 4);
        var target = parts.Length > 1 ? TextSpan.FromLength(parts[0].Length + 1, parts[1].Length) : (TextSpan?)null;
        var permissions = parts.Length > 2 ? TextSpan.FromLength(parts[0].Length + parts[1].Length + 2, parts[2].Length) : (TextSpan?)null;
        if (parts.Length > 3)
        {
            return new(new TextSpan(text.Length - parts[3].Length - 1, text.Length), $"Device '{text}' has too many colons. A device is written 'SOURCE:TARGET:PERMISSIONS'; a path with colons needs the long form.");
        }

        return new(new DeviceMapping(
            parts[0],
            parts.Length > 1 && parts[1].Length > 0 ? parts[1] : parts[0],
            parts.Length > 2 ? parts[2] : "rwm",
            new TextSpan(0, parts[0].Length),
            target,
            permissions));
    }
}
