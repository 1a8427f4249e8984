using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Tests.Projects;

public sealed class ProjectRequestsTests
{
    private const string Service = "services: {a: {image: a}}\n";

    [Fact]
    public void The_nearest_default_file_is_taken_with_its_override_file()
    {
        var result = Read(new(), ("/p/compose.yml", ""), ("/p/docker-compose.yml", ""), ("/p/compose.override.yaml", ""), ("/compose.yaml", ""));

        Assert.Equal((IReadOnlyList<string>)["/p/compose.yml", "/p/compose.override.yaml"], result.Request?.Files);
        Assert.Equal("/p", result.Request?.Directory);
        Assert.Equal(["compose.yml is used, not docker-compose.yml beside it"], result.Notes);
    }

    [Fact]
    public void Without_any_file_the_folders_above_are_searched()
    {
        var result = Read(new() { CurrentDirectory = "/p/a/b" }, ("/p/compose.yaml", ""), ("/p/a/b/other.txt", ""));

        Assert.Equal((IReadOnlyList<string>)["/p/compose.yaml"], result.Request?.Files);
        Assert.Equal("/p", result.Request?.Directory);
    }

    [Fact]
    public void Nothing_found_is_told_with_the_names_searched_for() => Assert.Equal(
        ["no Compose file (compose.yaml, compose.yml, docker-compose.yml, docker-compose.yaml) in this folder or above it; name a file or a folder"],
        Read(new(), ("/p/stack.yml", "")).Problems);

    [Fact]
    public void Named_files_are_taken_in_order_and_the_first_gives_the_folder()
    {
        var result = Read(new() { Files = ["sub/b.yml", "/p/a.yml"] }, ("/p/sub/b.yml", ""), ("/p/a.yml", ""), ("/p/compose.yaml", ""), ("/p/compose.override.yaml", ""));

        Assert.Equal((IReadOnlyList<string>)["/p/sub/b.yml", "/p/a.yml"], result.Request?.Files);
        Assert.Equal("/p/sub", result.Request?.Directory);
        Assert.Empty(result.Request?.EnvFiles ?? ["no request"]);
    }

    [Fact]
    public void Standard_input_lies_in_the_current_folder()
    {
        var result = Read(new() { Files = ["-", "sub/b.yml"] }, ("/p/<stdin>", Service), ("/p/sub/b.yml", ""));

        Assert.Equal((IReadOnlyList<string>)["/p/<stdin>", "/p/sub/b.yml"], result.Request?.Files);
        Assert.Equal("/p/sub", result.Request?.Directory);
        Assert.Equal("/p", Read(new() { Files = ["-"] }, ("/p/<stdin>", Service)).Request?.Directory);
    }

    [Fact]
    public void The_project_directory_can_be_given()
    {
        var result = Read(new() { Files = ["sub/b.yml"], ProjectDirectory = "other/" }, ("/p/sub/b.yml", ""));

        Assert.Equal("/p/other", result.Request?.Directory);
    }

    [Fact]
    public void The_project_directory_is_where_files_are_searched_for()
    {
        var result = Read(new() { ProjectDirectory = "sub" }, ("/p/sub/compose.yaml", ""), ("/p/compose.yaml", ""));

        Assert.Equal((IReadOnlyList<string>)["/p/sub/compose.yaml"], result.Request?.Files);
    }

    [Theory]
    [InlineData("COMPOSE_FILE=a.yml:sub/b.yml", "")]
    [InlineData("COMPOSE_FILE=a.yml,sub/b.yml COMPOSE_PATH_SEPARATOR=,", "")]
    [InlineData("", "COMPOSE_FILE=a.yml:sub/b.yml\n")]
    [InlineData("", "COMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=a.yml,sub/b.yml\n")]
    [InlineData("COMPOSE_FILE=a.yml:sub/b.yml", "COMPOSE_FILE=c.yml\n")]
    [InlineData("COMPOSE_PATH_SEPARATOR=,", "COMPOSE_FILE=a.yml,sub/b.yml\n")]
    public void A_variable_may_name_the_files(string shell, string dotEnv)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The separator is another one.");
        var result = Read(new() { Environment = Variables(shell) }, ("/p/a.yml", ""), ("/p/sub/b.yml", ""), ("/p/c.yml", ""), ("/p/compose.yaml", ""), ("/p/.env", dotEnv));

        Assert.Empty(result.Problems);
        Assert.Equal((IReadOnlyList<string>)["/p/a.yml", "/p/sub/b.yml"], result.Request?.Files);
    }

    [Theory]
    [InlineData("-f nope.yml", "nope.yml: no such file or folder; check the path")]
    [InlineData("-f sub", "sub: is a folder; name a file")]
    [InlineData("-f oci://registry/app", "oci://registry/app: is not on this machine and is not fetched; name a file")]
    [InlineData("--env-file nope.env", "--env-file nope.env: no such file or folder; check the path")]
    [InlineData("--env-file sub", "--env-file sub: is a folder; name a file")]
    [InlineData("COMPOSE_ENV_FILES=nope.env", "COMPOSE_ENV_FILES nope.env: no such file or folder; check the path")]
    [InlineData("COMPOSE_FILE=nope.yml", "COMPOSE_FILE=nope.yml: nope.yml: no such file or folder; check the path")]
    [InlineData("COMPOSE_FILE=", "COMPOSE_FILE=: an empty path: is a folder; name a file")]
    [InlineData("-p BAD", "-p: 'BAD' cannot name a project; use lowercase letters, digits, '-' and '_', and start with a letter or digit")]
    [InlineData("-p _a", "-p: '_a' cannot name a project; use lowercase letters, digits, '-' and '_', and start with a letter or digit")]
    [InlineData("COMPOSE_PROJECT_NAME=a.b", "COMPOSE_PROJECT_NAME: 'a.b' cannot name a project; use lowercase letters, digits, '-' and '_', and start with a letter or digit")]
    public void What_keeps_a_project_from_being_loaded_is_named(string given, string expected)
    {
        var words = given.Split(' ');
        var flags = words[0] switch
        {
            "-f" => new Flags { Files = [words[1]] },
            "-p" => new Flags { Name = words[1] },
            "--env-file" => new Flags { EnvFiles = [words[1]] },
            _ => new Flags { Environment = Variables(given) },
        };
        var result = Read(flags, ("/p/compose.yaml", ""), ("/p/sub/x", ""));

        Assert.Null(result.Request);
        Assert.Equal([expected], result.Problems);
    }

    [Theory]
    [InlineData("x", "COMPOSE_PROJECT_NAME=shell", "COMPOSE_PROJECT_NAME=file\n", "x")]
    [InlineData(null, "COMPOSE_PROJECT_NAME=shell", "COMPOSE_PROJECT_NAME=file\n", "shell")]
    [InlineData("", "", "COMPOSE_PROJECT_NAME=file\n", "file")]
    [InlineData(null, "COMPOSE_PROJECT_NAME=", "COMPOSE_PROJECT_NAME=file\n", null)]
    [InlineData(null, "", "", null)]
    public void The_name_comes_from_the_flag_then_the_shell_then_the_file(string? flag, string shell, string dotEnv, string? expected)
    {
        var result = Read(new() { Name = flag, Environment = Variables(shell) }, ("/p/compose.yaml", ""), ("/p/.env", dotEnv));

        Assert.Empty(result.Problems);
        Assert.Equal(expected, result.Request?.Name);
    }

    [Theory]
    [InlineData("a b", "COMPOSE_PROFILES=c", "", "a b")]
    [InlineData("", "COMPOSE_PROFILES=a,*", "", "a *")]
    [InlineData("", "", "COMPOSE_PROFILES=a, b\n", "a b")]
    [InlineData("", "COMPOSE_PROFILES=", "COMPOSE_PROFILES=a\n", "")]
    public void Profiles_come_from_flags_else_from_the_variable(string given, string shell, string dotEnv, string expected)
    {
        var flags = new Flags { Profiles = Words(given), Environment = Variables(shell) };
        var result = Read(flags, ("/p/compose.yaml", ""), ("/p/.env", dotEnv));

        Assert.Equal(Words(expected), result.Request?.Profiles);
    }

    [Fact]
    public void Env_files_named_replace_the_default_one()
    {
        var result = Read(new() { EnvFiles = ["a.env", "b.env"] }, ("/p/compose.yaml", ""), ("/p/.env", "COMPOSE_PROJECT_NAME=env\n"), ("/p/a.env", "COMPOSE_PROJECT_NAME=a\n"), ("/p/b.env", "COMPOSE_PROJECT_NAME=b\n"));

        Assert.Equal((IReadOnlyList<string>)["/p/a.env", "/p/b.env"], result.Request?.EnvFiles);
        Assert.Equal("b", result.Request?.Name);
    }

    [Fact]
    public void Env_files_may_be_named_by_the_shell()
    {
        var result = Read(new() { Environment = Variables("COMPOSE_ENV_FILES=a.env,,b.env") }, ("/p/compose.yaml", ""), ("/p/a.env", ""), ("/p/b.env", ""));

        Assert.Equal((IReadOnlyList<string>)["/p/a.env", "/p/b.env"], result.Request?.EnvFiles);
    }

    [Fact]
    public void The_current_folders_env_file_wins_over_that_of_the_project_found_above()
    {
        var result = Read(
            new() { CurrentDirectory = "/p/sub" },
            ("/p/compose.yaml", ""),
            ("/p/.env", "COMPOSE_PROJECT_NAME=above\nCOMPOSE_PROFILES=above\n"),
            ("/p/sub/.env", "COMPOSE_PROJECT_NAME=here\n"));

        Assert.Equal((IReadOnlyList<string>)["/p/.env", "/p/sub/.env"], result.Request?.EnvFiles);
        Assert.Equal("here", result.Request?.Name);
        Assert.Equal((IReadOnlyList<string>)["above"], result.Request?.Profiles);
    }

    [Fact]
    public void With_a_named_file_the_current_folders_env_file_means_nothing()
    {
        var result = Read(new() { Files = ["sub/a.yml"] }, ("/p/sub/a.yml", ""), ("/p/.env", "COMPOSE_PROJECT_NAME=here\n"), ("/p/sub/.env", "COMPOSE_PROJECT_NAME=sub\n"));

        Assert.Equal("sub", result.Request?.Name);
        Assert.Empty(result.Request?.EnvFiles ?? ["no request"]);
    }

    [Fact]
    public void The_default_env_file_can_be_switched_off()
    {
        var result = Read(new() { Environment = Variables("COMPOSE_DISABLE_ENV_FILE=true") }, ("/p/compose.yaml", ""), ("/p/.env", "COMPOSE_PROJECT_NAME=env\n"));

        Assert.Null(result.Request?.Name);
        Assert.Equal((IReadOnlyList<string>)["/dev/null"], result.Request?.EnvFiles);
    }

    private static RequestResult Read(Flags flags, params (string Path, string Text)[] files) => ProjectRequests.FromFlags(
        new ProjectFlags
        {
            CurrentDirectory = flags.CurrentDirectory,
            StandardInputPath = "/p/<stdin>",
            Files = flags.Files,
            ProjectDirectory = flags.ProjectDirectory,
            EnvFiles = flags.EnvFiles,
            Profiles = flags.Profiles,
            Name = flags.Name,
            Environment = flags.Environment,
        },
        new MemoryFiles(files));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string> Variables(string text) =>
        Words(text).Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private sealed record Flags
    {
        public string CurrentDirectory { get; init; } = "/p";

        public string[] Files { get; init; } = [];

        public string? ProjectDirectory { get; init; }

        public string[] EnvFiles { get; init; } = [];

        public string[] Profiles { get; init; } = [];

        public string? Name { get; init; }

        public Dictionary<string, string> Environment { get; init; } = [];
    }
}
