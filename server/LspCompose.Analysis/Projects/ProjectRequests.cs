using LspCompose.Analysis.Interpolation;

namespace LspCompose.Analysis.Projects;

/// <summary>Turns flags and variables into the project they mean, by Compose's own order of precedence.</summary>
public static class ProjectRequests
{
    /// <summary>
    /// The project of flags: files of <c>-f</c>, else of <c>COMPOSE_FILE</c>, else the default file of the nearest folder that has one with its override file.
    /// Each <c>COMPOSE_…</c> variable may come from the shell or from <c>.env</c>.
    /// </summary>
    public static RequestResult FromFlags(ProjectFlags flags, IFileSource source) => new Reader(flags, source).Read();

    /// <summary>True for a name that a project may be given from outside its files.</summary>
    public static bool IsProjectName(string name) =>
        name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_');

    private sealed class Reader(ProjectFlags flags, IFileSource source)
    {
        private const string NullDevice = "/dev/null";

        private readonly List<string> problems = [];
        private readonly List<string> notes = [];
        private readonly Dictionary<string, string> fromFiles = new(StringComparer.Ordinal);

        public RequestResult Read()
        {
            var named = EnvFilesNamed();
            var files = flags.Files.Select(file => file == "-" ? flags.StandardInputPath : Full(file)).ToList();
            var first = Directory(files);
            var envFiles = named.Count > 0 ? named : DefaultEnvFile(first);
            ReadVariables(envFiles);
            CheckFiles(flags.Files, files);
            if (files.Count == 0)
            {
                files = FromVariable() ?? Discover(first);
            }

            // The folder of a file found elsewhere has an .env of its own; what is set already stays.
            var directory = Directory(files);
            if (named.Count == 0 && directory != first)
            {
                var further = DefaultEnvFile(directory);
                ReadVariables(further);
                envFiles = [.. further, .. envFiles];
            }
            else if (named.Count == 0)
            {
                // This one is read without being named.
                envFiles = [];
            }

            var request = new ProjectRequest
            {
                Files = files,
                Directory = directory,
                Name = Name(),
                EnvFiles = named.Count == 0 && IgnoresEnvFile() ? [NullDevice] : envFiles,
                Profiles = Profiles(),
                Environment = flags.Environment,
                Target = flags.Target,
                RunsHere = true,
            };
            return new RequestResult { Request = problems.Count == 0 ? request : null, Problems = problems, Notes = notes };
        }

        private string Full(string path) => path.Contains('\0', StringComparison.Ordinal) ? path : Path.GetFullPath(path, flags.CurrentDirectory);

        private string? Variable(string name) => flags.Environment.TryGetValue(name, out var value) || fromFiles.TryGetValue(name, out value) ? value : null;

        private string Directory(List<string> files)
        {
            if (!string.IsNullOrEmpty(flags.ProjectDirectory))
            {
                return Path.TrimEndingDirectorySeparator(Full(flags.ProjectDirectory));
            }

            return files.Where(file => file != flags.StandardInputPath).Select(Path.GetDirectoryName).FirstOrDefault() ?? flags.CurrentDirectory;
        }

        private List<string> EnvFilesNamed()
        {
            var (named, by) = flags.EnvFiles.Count > 0
                ? (flags.EnvFiles, "--env-file")
                : (flags.Environment.GetValueOrDefault("COMPOSE_ENV_FILES", "").Split(',', StringSplitOptions.RemoveEmptyEntries), "COMPOSE_ENV_FILES");
            var files = new List<string>();
            foreach (var file in named)
            {
                Check($"{by} {file}", Full(file));
                files.Add(Full(file));
            }

            return files;
        }

        private List<string> DefaultEnvFile(string directory)
        {
            var file = Path.Combine(directory, ".env");
            return !IgnoresEnvFile() && source.Read(file) is FileContent.Present or FileContent.Unreadable ? [file] : [];
        }

        private bool IgnoresEnvFile() => flags.Environment.GetValueOrDefault("COMPOSE_DISABLE_ENV_FILE") is "1" or "t" or "T" or "true" or "TRUE" or "True";

        private void ReadVariables(List<string> files)
        {
            var merged = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var present in files.Select(source.Read).OfType<FileContent.Present>())
            {
                foreach (var entry in DotEnvFile.Parse(present.Text.Content, known => Variable(known) ?? merged.GetValueOrDefault(known)).Entries)
                {
                    if (entry.Value is { } value)
                    {
                        merged[entry.Name] = value;
                    }
                }
            }

            foreach (var (name, value) in merged)
            {
                fromFiles.TryAdd(name, value);
            }
        }

        private void CheckFiles(IReadOnlyList<string> named, List<string> files)
        {
            for (var index = 0; index < files.Count; index++)
            {
                Check(named[index] == "-" ? "standard input" : named[index], files[index]);
            }
        }

        private void Check(string named, string file)
        {
            var reason = source.Read(file) switch
            {
                FileContent.Missing when named.Contains("://", StringComparison.Ordinal) => "is not on this machine and is not fetched; name a file",
                FileContent.Missing => "no such file or folder; check the path",
                FileContent.Folder => "is a folder; name a file",
                FileContent.Unreadable unreadable => unreadable.Reason,
                _ => null,
            };
            if (reason is not null)
            {
                problems.Add($"{named}: {reason}");
            }
        }

        private List<string>? FromVariable()
        {
            if (Variable("COMPOSE_FILE") is not { } value)
            {
                return null;
            }

            var separator = Variable("COMPOSE_PATH_SEPARATOR") is { Length: > 0 } given ? given : Path.PathSeparator.ToString();
            var named = value.Split(separator);
            var files = named.Select(file => file == "-" ? flags.StandardInputPath : file.Length == 0 ? flags.CurrentDirectory : Full(file)).ToList();
            CheckFiles([.. named.Select(file => $"COMPOSE_FILE={value}: {(file.Length == 0 ? "an empty path" : file)}")], files);
            return files;
        }

        private List<string> Discover(string directory)
        {
            for (string? folder = directory; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                var found = There(folder, ComposeFileNames.Default);
                if (found.Count > 0)
                {
                    Note(found);
                    var overrides = There(folder, ComposeFileNames.Override);
                    Note(overrides);
                    return [found[0], .. overrides.Take(1)];
                }
            }

            problems.Add($"no Compose file ({string.Join(", ", ComposeFileNames.Default)}) in this folder or above it; name a file or a folder");
            return [];
        }

        private List<string> There(string folder, IEnumerable<string> names) =>
            [.. names.Select(name => Path.Combine(folder, name)).Where(path => source.Read(path) is FileContent.Present or FileContent.Unreadable)];

        private void Note(List<string> found)
        {
            if (found.Count > 1)
            {
                notes.Add($"{Path.GetFileName(found[0])} is used, not {string.Join(" or ", found.Skip(1).Select(Path.GetFileName))} beside it");
            }
        }

        private List<string> Profiles() => flags.Profiles.Count > 0
            ? [.. flags.Profiles]
            : [.. (Variable("COMPOSE_PROFILES") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

        private string? Name()
        {
            var (name, by) = string.IsNullOrEmpty(flags.Name) ? (Variable("COMPOSE_PROJECT_NAME"), "COMPOSE_PROJECT_NAME") : (flags.Name, "-p");
            if (string.IsNullOrEmpty(name))
            {
                return null;
            }

            if (!IsProjectName(name))
            {
                problems.Add($"{by}: '{name}' cannot name a project; use lowercase letters, digits, '-' and '_', and start with a letter or digit");
            }

            return name;
        }
    }
}
