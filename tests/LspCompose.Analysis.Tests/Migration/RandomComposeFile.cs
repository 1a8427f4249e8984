using System.Globalization;
using System.Text;

namespace LspCompose.Analysis.Tests.Migration;

/// <summary>Writes random small Compose files in every layout people use: the same choice of seed and size is the same text.</summary>
internal sealed class RandomComposeFile
{
    private static readonly string[] Names = ["a", "b", "db", "app", "web", "c-1", "d_2", "on", "null", "12", "Db", "x.y"];
    private static readonly string[] Aliases = ["db", "DB", "mysql", "front", "a", "b", "web", "my.host", "app"];
    private static readonly string[] NetworkNames = ["front", "back", "app", "default"];

    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly string[] lineBreaks;
    private readonly bool isLegacy;
    private readonly bool isJson;
    private readonly int unit;
    private readonly int dashIndent;
    private readonly bool isPlain;
    private readonly List<string> services = [];
    private readonly HashSet<string> networks = [];
    private int comments;

    private RandomComposeFile(int seed, int size)
    {
        random = new Random(seed);
        lineBreaks = random.Next(5) switch { 0 => ["\r\n"], 1 => ["\n", "\r\n"], _ => ["\n"] };
        isLegacy = Chance(3);
        isJson = !isLegacy && Chance(12);
        unit = Chance(2) ? 2 : random.Next(1, 9);
        dashIndent = Chance(3) ? 0 : random.Next(1, 5);
        isPlain = Chance(2);
        foreach (var name in Names.OrderBy(_ => random.Next()).Take(Math.Max(1, size)))
        {
            services.Add(name);
        }
    }

    public static string Write(int seed, int size)
    {
        var file = new RandomComposeFile(seed, size);
        return file.isJson ? file.Json() : file.Block();
    }

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private string Pick(IReadOnlyList<string> from) => from[random.Next(from.Count)];

    private string Comment() => isPlain ? "" : random.Next(6) switch
    {
        0 => $" # c{++comments}",
        1 when Chance(3) => $"\t# c{++comments}",
        _ => "",
    };

    private void Line(int column, string content)
    {
        if (!isPlain && Chance(9))
        {
            var at = Chance(3) ? random.Next(0, column + 4) : column;
            text.Append(' ', at).Append(CultureInfo.InvariantCulture, $"# c{++comments}").Append(Pick(lineBreaks));
        }

        if (!isPlain && Chance(20))
        {
            text.Append(Pick(lineBreaks));
        }

        text.Append(' ', column).Append(content).Append(Comment()).Append(Pick(lineBreaks));
    }

    private string Scalar(string value) =>
        value is "on" or "null" or "12" ? (Chance(2) ? $"\"{value}\"" : $"'{value}'")
        : random.Next(6) switch { 0 => $"\"{value}\"", 1 => $"'{value}'", _ => value };

    private string Flow(IEnumerable<string> items)
    {
        var list = items.Select(Scalar).ToList();
        return Chance(4) ? $"[ {string.Join(" , ", list)} ]" : $"[{string.Join(", ", list)}]";
    }

    private void List(int column, string key, IReadOnlyList<string> items)
    {
        if (items.Count == 0 || Chance(4))
        {
            if (items.Count > 1 && Chance(3))
            {
                Line(column, $"{key}: [");
                foreach (var item in items)
                {
                    Line(column + unit, Scalar(item) + ",");
                }

                Line(column + unit, "]");
                return;
            }

            Line(column, $"{key}: {Flow(items)}");
            return;
        }

        Line(column, Chance(12) ? $"\"{key}\":" : $"{key}:");
        foreach (var item in items)
        {
            Line(column + dashIndent, "- " + Scalar(item));
        }
    }

    private string Block()
    {
        if (Chance(15))
        {
            text.Append('\uFEFF');
        }

        if (Chance(8))
        {
            text.Append("# head").Append(Pick(lineBreaks)).Append(Chance(2) ? Pick(lineBreaks) : "");
        }

        if (Chance(12))
        {
            text.Append("---").Append(Pick(lineBreaks));
        }

        var column = isLegacy ? 0 : unit;
        var sharesAnchor = !isLegacy && Chance(10);
        if (sharesAnchor)
        {
            Line(0, "x-base: &base");
            Line(unit, "restart: always");
        }

        if (!isLegacy)
        {
            if (Chance(3))
            {
                Line(0, "version: '3'");
            }

            Line(0, "services:");
        }

        var ambassador = services.Count > 2 && Chance(5) ? services[random.Next(services.Count)] : null;
        foreach (var service in services)
        {
            if (service == ambassador)
            {
                Ambassador(column, service);
            }
            else
            {
                Service(column, service, ambassador, sharesAnchor);
            }
        }

        if (!isLegacy)
        {
            Networks();
        }

        if (Chance(10))
        {
            text.Append(' ', Chance(2) ? 0 : unit).Append("# tail").Append(Pick(lineBreaks));
        }

        if (Chance(20))
        {
            text.Append("...").Append(Pick(lineBreaks));
        }

        var result = text.ToString();
        return Chance(4) ? result.TrimEnd('\r', '\n') : result;
    }

    private void Ambassador(int column, string name)
    {
        var fronted = services.Where(service => service != name).OrderBy(_ => random.Next()).Take(random.Next(1, 3)).ToList();
        var flags = fronted.Select(service => random.Next(3) switch { 0 => $"-name=p_{service}_1", 1 => $"-name {service}", _ => $"-name p_{service}_1" });
        Line(column, Scalar(name) + ":");
        Line(column + unit, "image: " + (Chance(2) ? "cpuguy83/docker-grand-ambassador" : "docker.io/CPUguy83/docker-grand-ambassador:1.0"));
        if (Chance(2))
        {
            List(column + unit, "volumes", ["/var/run/docker.sock:/var/run/docker.sock"]);
        }

        Line(column + unit, $"command: '{string.Join(' ', flags)}'");
        if (Chance(5))
        {
            List(column + unit, "depends_on", [Pick(services.Where(service => service != name).ToList())]);
        }
    }

    private void Service(int column, string name, string? ambassador, bool sharesAnchor)
    {
        if (Chance(12))
        {
            Line(column, $"{Scalar(name)}: {{image: x, links: {Flow(Links(ambassador))}}}");
            return;
        }

        Line(column, Scalar(name) + ":");
        var inner = column + unit;
        var parts = new List<Action> { () => Line(inner, Chance(4) && isLegacy ? "build: ." : "image: x") };
        if (sharesAnchor && Chance(2))
        {
            parts.Add(() => Line(inner, "<<: *base"));
        }

        if (!Chance(3))
        {
            parts.Add(() => List(inner, "links", Links(ambassador)));
        }

        if (Chance(4))
        {
            parts.Add(() => Line(inner, "container_name: " + Pick(Aliases)));
        }

        if (Chance(6))
        {
            parts.Add(() => Line(inner, "hostname: " + Pick(Aliases)));
        }

        if (Chance(8))
        {
            parts.Add(() =>
            {
                Line(inner, "command: |");
                text.Append(' ', inner + unit).Append("one # two").Append(Pick(lineBreaks)).Append(Pick(lineBreaks));
                text.Append(' ', inner + unit + 1).Append("three").Append(Pick(lineBreaks));
            });
        }

        if (!isLegacy)
        {
            if (Chance(4))
            {
                parts.Add(() => DependsOn(inner, ambassador));
            }

            if (Chance(4))
            {
                parts.Add(() => OwnNetworks(inner));
            }
            else if (Chance(10))
            {
                var mode = random.Next(4) switch { 0 => "host", 1 => "none", 2 => "bridge", _ => "service:" + Pick(services) };
                parts.Add(() => Line(inner, "network_mode: \"" + mode + "\""));
            }
        }
        else
        {
            if (Chance(8))
            {
                var mode = random.Next(4) switch { 0 => "host", 1 => "none", 2 => "bridge", _ => "container:" + Pick(services) };
                parts.Add(() => Line(inner, "net: \"" + mode + "\""));
            }

            if (Chance(10))
            {
                parts.Add(() => List(inner, "volumes", ["store:/data", "./x:/x"]));
                if (Chance(2))
                {
                    parts.Add(() => Line(inner, "volume_driver: " + Pick(["flocker", "local"])));
                }
            }

            if (Chance(10))
            {
                parts.Add(() => Line(inner, "log_driver: syslog"));
                parts.Add(() =>
                {
                    Line(inner, "log_opt:");
                    Line(inner + unit, "tag: t");
                });
            }
        }

        foreach (var part in parts.OrderBy(_ => random.Next()))
        {
            part();
        }
    }

    private List<string> Links(string? ambassador)
    {
        var result = new List<string>();
        for (var count = random.Next(0, 4); count > 0; count--)
        {
            var target = ambassador is not null && Chance(2) ? ambassador : Chance(20) ? "nowhere" : Pick(services);
            result.Add(target == ambassador ? $"{target}:{Pick(services)}" : Chance(2) ? target : $"{target}:{(Chance(3) ? Pick(services) : Pick(Aliases))}");
        }

        return result;
    }

    private void DependsOn(int column, string? ambassador)
    {
        var targets = services.OrderBy(_ => random.Next()).Take(random.Next(0, 3)).ToList();
        if (ambassador is not null && Chance(2) && !targets.Contains(ambassador))
        {
            targets.Add(ambassador);
        }

        if (Chance(2) || targets.Count == 0)
        {
            List(column, "depends_on", targets);
            return;
        }

        Line(column, "depends_on:");
        foreach (var target in targets)
        {
            Line(column + unit, Scalar(target) + ":");
            Line(column + unit + unit, "condition: service_started");
        }
    }

    private void OwnNetworks(int column)
    {
        var joined = NetworkNames.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).ToList();
        networks.UnionWith(joined);
        switch (random.Next(4))
        {
            case 0:
                Line(column, $"networks: {Flow(joined)}");
                break;
            case 1:
                List(column, "networks", joined);
                break;
            default:
                Line(column, "networks:");
                foreach (var network in joined)
                {
                    var form = random.Next(5);
                    Line(column + unit, network + (form switch { 0 => ": {}", 1 => ": {aliases: [" + Pick(Aliases) + "]}", 2 => ": null", _ => ":" }));
                    if (form == 3)
                    {
                        List(column + unit + unit, "aliases", [Pick(Aliases)]);
                    }
                }

                break;
        }
    }

    private void Networks()
    {
        networks.Remove("default");
        if (networks.Count == 0)
        {
            if (Chance(8))
            {
                Line(0, Chance(2) ? "networks:" : "networks: {}");
            }

            return;
        }

        if (Chance(4))
        {
            Line(0, $"networks: {{{string.Join(", ", networks.Select(network => network + ": {}"))}}}");
            return;
        }

        Line(0, "networks:");
        foreach (var network in networks)
        {
            Line(unit, network + (Chance(2) ? ":" : ": {}"));
        }
    }

    private string Json()
    {
        var parts = services.Select(service =>
        {
            var links = string.Join(", ", Links(null).Select(link => $"\"{link}\""));
            return Chance(2)
                ? $"    \"{service}\": {{\"image\": \"x\", \"links\": [{links}]}}"
                : $"    \"{service}\": {{\n      \"links\": [{links}],\n      \"image\": \"x\"\n    }}";
        });
        return $"{{\n  \"services\": {{\n{string.Join(",\n", parts)}\n  }}\n}}\n".Replace("\n", lineBreaks[0], StringComparison.Ordinal);
    }
}
