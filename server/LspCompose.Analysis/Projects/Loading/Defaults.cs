namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Fills in values that Compose assumes where none is written, before paths are made absolute.</summary>
internal static class Defaults
{
    /// <summary>The root with the assumed values.</summary>
    public static ConfigMapping Apply(ConfigMapping root) => root.Get("services") is ConfigMapping services
        ? root.WithValue("services", new ConfigMapping(services.Place, services.Entries.Select(entry => entry.Value is ConfigMapping service ? entry with { Value = Service(service) } : entry)))
        : root;

    private static ConfigMapping Service(ConfigMapping service)
    {
        if (service.Get("build") is ConfigMapping build && build.Get("context") is null)
        {
            service = service.WithValue("build", With(build, "context", "."));
        }

        service = EachItem(service, "secrets", secret => secret.Get("target") is null && secret.Get("source") is ConfigScalar { Text: { } name } ? With(secret, "target", "/run/secrets/" + name) : secret);
        service = EachItem(service, "gpus", AllDevices);
        if (service.Get("deploy") is ConfigMapping deploy && deploy.Get("resources") is ConfigMapping resources && resources.Get("reservations") is ConfigMapping reservations)
        {
            service = service.WithValue("deploy", deploy.WithValue("resources", resources.WithValue("reservations", EachItem(reservations, "devices", AllDevices))));
        }

        return service;
    }

    private static ConfigMapping AllDevices(ConfigMapping request) =>
        request.Get("count") is null && request.Get("device_ids") is null ? With(request, "count", -1L) : request;

    private static ConfigMapping With(ConfigMapping mapping, string key, object value) => mapping.With(new ConfigEntry(key, mapping.Place, new ConfigScalar(mapping.Place, value)));

    private static ConfigMapping EachItem(ConfigMapping mapping, string key, Func<ConfigMapping, ConfigMapping> change) => mapping.Get(key) is ConfigSequence list
        ? mapping.WithValue(key, new ConfigSequence(list.Place, list.Items.Select(item => item is ConfigMapping inner ? change(inner) : item)))
        : mapping;
}
