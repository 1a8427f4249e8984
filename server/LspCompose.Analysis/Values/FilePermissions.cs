using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Permissions of secrets and configs, written as text.</summary>
public static class FilePermissions
{
    /// <summary>Reads permissions: an octal number, which Compose 2.26 took for a decimal one.</summary>
    public static Parsed<long> Parse(string text, ComposeTarget target)
    {
        var isDecimal = target == ComposeTarget.Compose226;
        return GoNumber.TryParseInt(text, isDecimal ? 10 : 8, out var mode) ? new(mode)
            : new(new TextSpan(0, text.Length), $"{(text.Length == 0 ? "The mode is empty." : $"'{text}' is not a file mode.")} Write {(isDecimal ? "a whole number" : "octal digits, as in '0440'")}.");
    }
}
