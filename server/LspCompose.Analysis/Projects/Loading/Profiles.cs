namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Which services run under which profiles.</summary>
internal static class Profiles
{
    /// <summary>Names of the services without profiles and of those with an active one.</summary>
    public static IReadOnlySet<string> Active(ConfigMapping root, IReadOnlyList<string> profiles)
    {
        var active = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in root.Get("services") is ConfigMapping services ? services.Entries : [])
        {
            var own = (service.Value as ConfigMapping)?.Get("profiles") is ConfigSequence list ? list.Items : [];
            if (own.Count == 0 || profiles.Contains("*") || own.Any(profile => profile is ConfigScalar { Text: { } name } && profiles.Contains(name)))
            {
                active.Add(service.Key);
            }
        }

        return active;
    }
}
