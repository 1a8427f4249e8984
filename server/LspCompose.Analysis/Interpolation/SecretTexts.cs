using System.Text.RegularExpressions;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Interpolation;

/// <summary>Hides what is secret inside of longer texts.</summary>
internal static partial class SecretTexts
{
    /// <summary>A text without passwords of URLs and without what is given to secret-looking names (<c>password=…</c>).</summary>
    public static string Hide(string text) => Assignment().Replace(
        UrlPassword().Replace(text, SecretNames.Mask),
        match => SecretNames.IsSecret(match.Groups["name"].Value) ? match.Groups["name"].Value + match.Groups["sign"].Value + SecretNames.Mask : match.Value);

    /// <summary>
    /// What a text became after its variables were filled in, without the values and defaults of secret-looking variables. Both are searched for, whatever has become of
    /// their place.
    /// </summary>
    public static string Hide(string value, string written, Func<string, string?> lookup)
    {
        if (written.Contains('$', StringComparison.Ordinal))
        {
            foreach (var use in Template.Substitute(written, lookup).Variables.Where(use => SecretNames.IsSecret(use.Name)))
            {
                value = Without(value, lookup(use.Name));
                value = Without(value, Template.Substitute(written[use.OperandSpan.Start..use.OperandSpan.End], lookup).Value);
            }
        }

        return Hide(value);
    }

    /// <summary>A value that a use of a variable stands for, as it may be shown: not at all for a secret-looking name or where it is the password of a URL.</summary>
    public static string Shown(VariableUse use, string written, string value) =>
        value.Length > 0 && (SecretNames.IsSecret(use.Name) || IsUrlPassword(written, use.ReferenceSpan)) ? SecretNames.Mask : Hide(value);

    private static bool IsUrlPassword(string written, TextSpan use) => BeforeUse().IsMatch(written[..use.Start]) && AfterUse().IsMatch(written[use.End..]);

    private static string Without(string text, string? secret) =>
        string.IsNullOrEmpty(secret) || SecretNames.Mask.Contains(secret, StringComparison.Ordinal) ? text : text.Replace(secret, SecretNames.Mask, StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=://[^\s:/@'""]*:)[^\s/'""]+(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlPassword();

    [GeneratedRegex(@"://[^\s/@]*:[^\s/@]*$", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeUse();

    [GeneratedRegex(@"^[^\s/@]*@", RegexOptions.CultureInvariant)]
    private static partial Regex AfterUse();

    [GeneratedRegex(@"(?<name>[A-Za-z_][A-Za-z0-9_.-]*)(?<sign>\s?=\s?['""]?)[^\s&;'""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();
}
