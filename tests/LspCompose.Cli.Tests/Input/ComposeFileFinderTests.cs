using LspCompose.Cli.Input;

namespace LspCompose.Cli.Tests.Input;

public sealed class ComposeFileFinderTests : IDisposable
{
    private const string Service = "services:\n  a:\n    image: a\n";
    private readonly TestFolder folder = new();

    [Fact]
    public void Names_with_compose_are_found_everywhere_below()
    {
        Write("compose.yaml", "sub/docker-compose.prod.yml", "sub/deeper/compose.override.yml", "my-compose-file.yaml");
        folder.Write("compose.txt", Service);
        folder.Write(".lspcompose.yaml", "rules: {}\n");

        AssertFound("compose.yaml", "my-compose-file.yaml", "sub/deeper/compose.override.yml", "sub/docker-compose.prod.yml");
    }

    [Fact]
    public void A_broken_file_named_after_compose_is_found()
    {
        folder.Write("docker-compose.prod.yml", "services:\n  a: [\n");

        AssertFound("docker-compose.prod.yml");
    }

    [Fact]
    public void What_git_ignores_is_left_out()
    {
        Directory.CreateDirectory(folder.Of(".git"));
        folder.Write(".gitignore", "/build/\n*.local.yml\n!keep.compose.local.yml\n");
        folder.Write("sub/.gitignore", "compose.yaml\n");
        Write("compose.yaml", "build/compose.yaml", "sub/compose.yaml", "sub/build/compose.yml", "compose.local.yml", "sub/keep.compose.local.yml");

        AssertFound("compose.yaml", "sub/build/compose.yml", "sub/keep.compose.local.yml");
    }

    [Fact]
    public void Ignore_files_above_count_up_to_the_top_of_the_repository()
    {
        Directory.CreateDirectory(folder.Of("repo/.git"));
        folder.Write(".gitignore", "compose.yaml\n");
        folder.Write("repo/.gitignore", "a/b/skipped/\n");
        Write("repo/a/b/compose.yaml", "repo/a/b/skipped/compose.yaml");

        Assert.Equal(["b/compose.yaml"], Find("repo/a"));
    }

    [Fact]
    public void Packages_and_git_itself_are_not_searched()
    {
        Write("node_modules/x/compose.yaml", ".git/compose.yaml", "compose.yaml");

        AssertFound("compose.yaml");
    }

    [Fact]
    public void Links_to_folders_are_not_followed()
    {
        Write("sub/compose.yaml");
        Directory.CreateSymbolicLink(folder.Of("sub/up"), folder.Path);

        AssertFound("sub/compose.yaml");
    }

    public void Dispose() => folder.Dispose();

    private void Write(params string[] names)
    {
        foreach (var name in names)
        {
            folder.Write(name, Service);
        }
    }

    private void AssertFound(params string[] expected) => Assert.Equal(expected, Find("."));

    private string[] Find(string name)
    {
        var top = Path.GetFullPath(name, folder.Path);
        var found = ComposeFileFinder.Find(top, (path, exception) => Assert.Fail($"{path}: {exception}"));
        return [.. found.Select(path => Path.GetRelativePath(top, path).Replace('\\', '/'))];
    }
}
