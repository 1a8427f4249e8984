using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>Finds what a consumer may read only because of a link: its environment variables and its numbered host names.</summary>
internal static class LinkVariables
{
    private static readonly string[] ReadingAttributes = ["command", "entrypoint", "environment", "healthcheck", "labels"];

    // These read link variables or treat their links as configuration without any word of it in the file.
    private static readonly HashSet<string> ImplicitReaders =
    [
        "wurstmeister/kafka", "sameersbn/gitlab", "sameersbn/redmine", "svendowideit/ambassador", "dockercloud/haproxy", "tutum/haproxy",
        "rancher/load-balancer-service", "rancher/lb-service-haproxy", "selenium/node-chrome", "selenium/node-firefox", "selenium/node-opera",
    ];

    /// <summary>What in the consumer may need the link itself, in words; null when nothing does.</summary>
    public static string? UseOf(Service consumer, Link link, bool onBridge)
    {
        if (consumer.Image is { } image && ImplicitReaders.Contains(ImageReference.Repository(image)))
        {
            return $"image '{image}' of '{consumer.Name}' may read the link's variables or take its links as configuration";
        }

        var prefixes = string.Join('|', new[] { link.Alias, link.Target + "_1" }.Distinct().Select(Prefix).Select(Regex.Escape));
        var variable = $"(?<![A-Z0-9_])(?:{prefixes})_(?:PORT|NAME|ENV)(?:_[A-Z0-9_]+|\\b)";
        var host = $"(?<![A-Za-z0-9_.-]){Regex.Escape(link.Target)}[_-]\\d+(?![A-Za-z0-9_-])";

        // Link variables exist on the default bridge only, so nothing reads them in the current format.
        var pattern = onBridge ? $"{variable}|{host}" : host;
        foreach (var attribute in ReadingAttributes)
        {
            foreach (var text in Texts(consumer, attribute))
            {
                if (Regex.Match(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } match)
                {
                    return $"'{consumer.Name}' uses '{match.Value}' in '{attribute}', which exists only because of the link";
                }
            }
        }

        return null;
    }

    private static string Prefix(string name) => string.Concat(name.ToUpperInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static IEnumerable<string> Texts(Service consumer, string attribute) =>
        consumer.Attribute(attribute) is { } value ? Texts(value, attribute == "environment") : [];

    private static IEnumerable<string> Texts(YamlNode node, bool isEnvironment)
    {
        if (node.IsScalar)
        {
            // NAME=value defines NAME for the consumer; only what is in the value is read.
            var text = node.Value;
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            return [isEnvironment && equals > 0 ? text[(equals + 1)..] : text];
        }

        return node.Entries.SelectMany(entry => Texts(entry.Value, isEnvironment: false))
            .Concat(node.Items.SelectMany(item => Texts(item.Value, isEnvironment)));
    }
}
