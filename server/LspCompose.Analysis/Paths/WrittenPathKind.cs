namespace LspCompose.Analysis.Paths;

/// <summary>What a path in a Compose file leads to.</summary>
internal enum WrittenPathKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A folder, or a repository elsewhere, that an image is built from.</summary>
    BuildContext,

    /// <summary>A Dockerfile, from its build context on.</summary>
    Dockerfile,

    /// <summary>A file or folder that is mounted; without a dot or slash at its beginning it would name a volume.</summary>
    Mount,
}
