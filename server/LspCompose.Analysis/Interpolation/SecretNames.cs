using System.Text.RegularExpressions;

namespace LspCompose.Analysis.Interpolation;

/// <summary>Tells variables whose values are not for everybody's eyes by their names.</summary>
internal static partial class SecretNames
{
    /// <summary>What is shown in the place of such a value.</summary>
    public const string Mask = "••••••";

    /// <summary>True for names such as <c>DB_PASSWORD</c>, <c>API_KEY</c> and <c>GITHUB_TOKEN</c>; what ends in <c>_FILE</c> says only where a secret is.</summary>
    public static bool IsSecret(string name) => Words().IsMatch(name) && !name.EndsWith("_FILE", StringComparison.OrdinalIgnoreCase);

    /// <summary>A value as it may be shown.</summary>
    public static string Shown(string name, string value) => value.Length > 0 && IsSecret(name) ? Mask : value;

    [GeneratedRegex("(?:^|_)(?:PASS|PASSWD|PASSWORD|PASSPHRASE|PW|SECRETS?|TOKENS?|CREDENTIALS?|PRIVATE|APIKEY|KEYS?|SALT|AUTH|DSN)(?:_|[0-9]*$)|_PWD(?:_|[0-9]*$)|PASSWORD|SECRET|TOKEN|APIKEY|REQUIREPASS|MASTERAUTH", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
