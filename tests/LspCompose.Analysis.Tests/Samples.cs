using System.Runtime.CompilerServices;

namespace LspCompose.Analysis.Tests;

/// <summary>The files in <c>tests/samples</c>.</summary>
internal static class Samples
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile()) ?? "", "..", "samples"));

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
