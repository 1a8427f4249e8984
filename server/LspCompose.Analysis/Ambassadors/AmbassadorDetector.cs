using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Finds the services of a file that are ambassadors, by image and by shape, and what is known about them.</summary>
internal static class AmbassadorDetector
{
    /// <summary>The ambassadors of a file in the order of the file.</summary>
    public static IReadOnlyList<Ambassador> Find(ComposeModel model)
    {
        var result = new List<Ambassador>();
        var names = new ServiceNames(model);
        var users = new ConsumerTable(names);
        var linksByTarget = model.Services.SelectMany(service => service.Links).ToLookup(link => link.Target, StringComparer.Ordinal);
        foreach (var service in model.Services)
        {
            var links = linksByTarget[service.Name].Where(link => link.Source != service).ToList();
            if (AmbassadorShapes.Judge(names, service, links) is { } image)
            {
                result.Add(AmbassadorReader.Read(names, users, service, image, links));
            }
        }

        return AmbassadorHelpers.Assign(result);
    }
}
