using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>The texts a service's container gets, and the variables the service sets for itself.</summary>
internal sealed class ConsumerTexts
{
    // Deeper than any attribute goes; ends merges of merges.
    private const int MaxDepth = 16;

    private static readonly string[] Attributes = ["command", "entrypoint", "healthcheck", "labels"];

    private readonly ComposeFile file;
    private readonly Service service;
    private readonly List<LinkText> texts = [];
    private readonly HashSet<string> defined = new(StringComparer.Ordinal);

    private ConsumerTexts(ComposeFile file, Service service)
    {
        this.file = file;
        this.service = service;
    }

    /// <summary>The texts in the order they are looked at.</summary>
    public IReadOnlyList<LinkText> Texts => texts;

    /// <summary>Names of variables the service sets in <c>environment</c> or an <c>env_file</c> that has been read.</summary>
    public IReadOnlySet<string> Defined => defined;

    /// <summary>True when an <c>env_file</c> is not known, so that it may set any variable.</summary>
    public bool HasUnknownFiles { get; private set; }

    /// <summary>Reads a service, and the files of variables it names as far as they are known.</summary>
    public static ConsumerTexts Of(Workspace workspace, ComposeFile file, Service service, Lazy<ProjectVariables> variables)
    {
        var result = new ConsumerTexts(file, service);
        foreach (var attribute in Attributes)
        {
            if (service.Attribute(attribute) is { } value)
            {
                result.Add(value, attribute, 0);
            }
        }

        if (service.Attribute("environment") is { } environment)
        {
            result.AddEnvironment(environment, 0);
        }

        if (service.Attribute("env_file") is { } envFile)
        {
            foreach (var item in envFile.IsSequence ? envFile.Items.Select(item => service.Resolve(item.Value)) : [envFile])
            {
                result.AddFile(workspace, item, variables.Value);
            }
        }

        return result;
    }

    private void Add(YamlNode node, string where, int depth)
    {
        if (node.IsScalar)
        {
            // The name of a label is no text the container reads.
            var equals = where == "labels" ? node.Value.IndexOf('=', StringComparison.Ordinal) + 1 : 0;
            Add(node, equals, where, null);
            return;
        }

        foreach (var value in depth < MaxDepth ? node.Entries.Select(entry => entry.Value).Concat(node.Items.Select(item => item.Value)) : [])
        {
            Add(service.Resolve(value), where, depth + 1);
        }
    }

    private void AddEnvironment(YamlNode environment, int depth)
    {
        foreach (var entry in environment.Entries)
        {
            var value = service.Resolve(entry.Value);
            if (entry.Key is { Style: ScalarStyle.Plain, Value: "<<" })
            {
                foreach (var merged in depth < MaxDepth ? value.IsSequence ? value.Items.Select(item => service.Resolve(item.Value)) : [value] : [])
                {
                    AddEnvironment(merged, depth + 1);
                }
            }
            else
            {
                defined.Add(entry.Name);
                Add(value, 0, "environment", entry.Name);
            }
        }

        foreach (var item in environment.Items.Select(item => service.Resolve(item.Value)).Where(item => item.IsScalar))
        {
            var equals = item.Value.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? item.Value : item.Value[..equals];
            defined.Add(name.Trim());
            if (equals >= 0)
            {
                Add(item, equals + 1, "environment", name.Trim());
            }
        }
    }

    private void Add(YamlNode scalar, int start, string where, string? key)
    {
        if (scalar is { IsScalar: true, Value.Length: > 0 })
        {
            texts.Add(new LinkText(scalar.Value, start, file.Path, new ScalarOrigin(scalar, file.Text), where)
            {
                Key = key,
                IsPlainItem = scalar.Style == ScalarStyle.Plain && where is "command" or "entrypoint" or "healthcheck",
            });
        }
    }

    private void AddFile(Workspace workspace, YamlNode item, ProjectVariables variables)
    {
        var path = item.IsMapping ? item.Get("path") is { } written ? service.Resolve(written) : null : item.IsScalar ? item : (YamlNode?)null;
        if (path is not { IsScalar: true, Value.Length: > 0 } named)
        {
            return;
        }

        var resolved = variables.PathOf(named.Value);
        if (workspace.Find(resolved) is not FileContent.Present present)
        {
            HasUnknownFiles |= workspace.Find(resolved) is not FileContent.Missing || item.Get("required") is not { Value: "false" };
            return;
        }

        // Only today's Compose fills in variables there; what runs the first format never did.
        var isRaw = item.Get("format") is { Value: "raw" };
        var content = present.Text.Content;
        var read = isRaw ? DotEnvFile.ParseRaw(content) : DotEnvFile.Parse(content, variables.Get);
        foreach (var entry in read.Entries)
        {
            defined.Add(entry.Name);
            if (entry.ValueSpan != entry.NameSpan && !entry.ValueSpan.IsEmpty)
            {
                texts.Add(new LinkText(present.Text.ToString(entry.ValueSpan), 0, resolved, new FixedOrigin(entry.ValueSpan.Start), "env_file")
                {
                    Key = entry.Name,
                    IsRaw = isRaw || file.Model.Format == ComposeFormat.Legacy || content[entry.ValueSpan.Start] == '\'',
                    ReadFrom = named.Span,
                });
            }
        }
    }
}
