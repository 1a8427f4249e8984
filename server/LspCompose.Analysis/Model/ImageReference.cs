namespace LspCompose.Analysis.Model;

/// <summary>An image's repository as it is compared with known images: lower case, without registry host, tag and digest.</summary>
public static class ImageReference
{
    /// <summary>
    /// The repository path of an image reference, for instance <c>svendowideit/ambassador</c> of
    /// <c>registry.example:5000/SvenDowideit/ambassador:latest</c>. A first part is a registry when it holds a dot or a colon or is <c>localhost</c> (Docker's rule).
    /// </summary>
    public static string Repository(string image)
    {
        var name = image.Trim();
        var digest = name.IndexOf('@', StringComparison.Ordinal);
        if (digest >= 0)
        {
            name = name[..digest];
        }

        var slash = name.LastIndexOf('/');
        var tag = name.IndexOf(':', slash + 1);
        if (tag >= 0)
        {
            name = name[..tag];
        }

        var first = name.IndexOf('/', StringComparison.Ordinal);
        if (first > 0)
        {
            var host = name[..first];
            if (host.Contains('.') || host.Contains(':') || host == "localhost")
            {
                name = name[(first + 1)..];
            }
        }

        return name.StartsWith("library/", StringComparison.Ordinal) ? name["library/".Length..].ToLowerInvariant() : name.ToLowerInvariant();
    }
}
