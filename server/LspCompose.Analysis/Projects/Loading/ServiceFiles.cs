using LspCompose.Analysis.Interpolation;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Reads the files active services take variables and labels from.</summary>
internal sealed class ServiceFiles(LoadContext context, Variables variables)
{
    /// <summary>The root with the variables of <c>env_file</c> under those of <c>environment</c>, and the labels of <c>label_file</c> under those of <c>labels</c>, of active services.</summary>
    public ConfigMapping Apply(ConfigMapping root, IReadOnlySet<string> active)
    {
        if (root.Get("services") is not ConfigMapping services || !services.Entries.Any(entry => entry.Value is ConfigMapping service && (service.Get("env_file") is not null || service.Get("label_file") is not null)))
        {
            return root;
        }

        return root.WithValue("services", new ConfigMapping(services.Place, services.Entries.Select(entry =>
            entry.Value is ConfigMapping service && active.Contains(entry.Key) ? entry with { Value = Labels(Environment(service)) } : entry)));
    }

    private ConfigMapping Environment(ConfigMapping service)
    {
        if (service.Get("env_file") is not ConfigSequence files)
        {
            return service;
        }

        var read = new Dictionary<string, ConfigEntry>(StringComparer.Ordinal);
        string? Known(string name) => variables.Get(name) ?? ((read.GetValueOrDefault(name).Value as ConfigScalar)?.Text);
        foreach (var item in files.Items)
        {
            if (item is not ConfigMapping file || file.Get("path") is not ConfigScalar { Text: { } path } written || !IsThere(path, written, file))
            {
                continue;
            }

            var format = (file.Get("format") as ConfigScalar)?.Text ?? "";
            if (format is not ("" or "raw"))
            {
                context.Invalid(file.Get("format")?.Place ?? file.Place, $"'{format}' is not a format of environment files. Remove 'format', or write 'raw'.");
                continue;
            }

            if (context.Find(path) is FileContent.Present present)
            {
                Add(read, format == "raw" ? DotEnvFile.ParseRaw(present.Text.Content) : DotEnvFile.Parse(present.Text.Content, Known), path, written);
            }
        }

        return With(service, "environment", read);
    }

    private ConfigMapping Labels(ConfigMapping service)
    {
        if (service.Get("label_file") is not ConfigSequence files)
        {
            return service;
        }

        var read = new Dictionary<string, ConfigEntry>(StringComparer.Ordinal);
        foreach (var item in files.Items)
        {
            if (item is ConfigScalar { Text: { } path } written && IsThere(path, written, null) && context.Find(path) is FileContent.Present present)
            {
                Add(read, DotEnvFile.Parse(present.Text.Content, name => (read.GetValueOrDefault(name).Value as ConfigScalar)?.Text), path, written);
            }
        }

        return With(service, "labels", read);
    }

    private bool IsThere(string path, ConfigScalar written, ConfigMapping? item)
    {
        var isRequired = item?.Get("required") is not ConfigScalar required || required.Value is not (false or "false");
        if (!isRequired && context.Find(path) is not FileContent.Present)
        {
            return false;
        }

        return path == "/dev/null" || FileReferences.IsFile(context, path, written, "The file");
    }

    private void Add(Dictionary<string, ConfigEntry> read, DotEnvFile file, string path, ConfigScalar written)
    {
        EnvFiles.ReportProblems(context, file, path, written);
        foreach (var entry in file.Entries)
        {
            if (entry.Value is { } value)
            {
                var place = new SourcePlace(path, entry.ValueSpan);
                read[entry.Name] = new ConfigEntry(entry.Name, new SourcePlace(path, entry.NameSpan), new ConfigScalar(place, value));
            }
        }
    }

    // What the service sets itself wins, also when it sets nothing.
    private static ConfigMapping With(ConfigMapping service, string attribute, Dictionary<string, ConfigEntry> read)
    {
        if (read.Count == 0)
        {
            return service;
        }

        var own = service.TryGet(attribute, out var written) ? KeyValues.AsMapping(written.Value) as ConfigMapping : null;
        foreach (var entry in own?.Entries ?? [])
        {
            read[entry.Key] = entry;
        }

        var place = own is null ? service.Place : written.KeyPlace;
        return service.With(new ConfigEntry(attribute, place, new ConfigMapping(own?.Place ?? place, read.Values)));
    }
}
