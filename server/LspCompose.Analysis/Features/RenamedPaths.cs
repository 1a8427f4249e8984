using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Paths;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>Lets paths in Compose files lead to the same files after files or folders were renamed, the Compose files themselves among them.</summary>
public static class RenamedPaths
{
    /// <summary>The edits of all Compose files the workspace knows, to be made before the renaming. What a path looks like (relative, quoted, its <c>./</c>) stays.</summary>
    public static IReadOnlyList<FileEdit> Edits(Workspace workspace, IReadOnlyList<FileRename> renames, CancellationToken cancellation)
    {
        var edits = new List<FileEdit>();
        var known = workspace.Files.SelectMany(file => workspace.Projects.For(file.Path).ComposePaths.Prepend(file.Path)).Distinct(StringComparer.Ordinal);
        foreach (var file in known.Order(StringComparer.Ordinal).Select(workspace.FindComposeFile).OfType<ComposeFile>())
        {
            cancellation.ThrowIfCancellationRequested();
            var mover = new Mover(renames, file, new HostPaths(workspace, file));
            edits.AddRange(WrittenPaths.Of(file).Select(mover.Move).OfType<TextEdit>().Select(edit => new FileEdit(file.Path, edit)));
        }

        return edits;
    }

    private sealed class Mover
    {
        private readonly IReadOnlyList<FileRename> renames;
        private readonly ComposeFile file;
        private readonly HostPaths paths;
        private readonly string folder;

        public Mover(IReadOnlyList<FileRename> renames, ComposeFile file, HostPaths paths)
        {
            this.renames = renames;
            this.file = file;
            this.paths = paths;
            folder = HostPath.Folder(file.Path) == paths.Folder ? HostPath.Folder(NewPath(file.Path)) : NewPath(paths.Folder);
        }

        public TextEdit? Move(WrittenPath path)
        {
            // What variables make of a path is not for us to write.
            if (path.Text.Contains('$') || paths.Resolve(path) is not { } target)
            {
                return null;
            }

            var start = path.Kind != WrittenPathKind.Dockerfile ? folder
                : paths.ContextOf(path) is not { } context ? null
                : path.Context is null ? folder
                : NewPath(context);
            if (start is null || Written(path, start, NewPath(target)) is not { } text || text == path.Text || HostPath.Absolute(start, path.Text, paths.Environment) == NewPath(target))
            {
                return null;
            }

            return Replace(path, text);
        }

        private string NewPath(string path)
        {
            // Of a folder and a file in it, the file's own new path counts.
            foreach (var rename in renames.OrderByDescending(rename => rename.OldPath.Length))
            {
                var old = rename.OldPath.TrimEnd('/');
                if (path == old)
                {
                    return rename.NewPath.TrimEnd('/');
                }

                if (path.StartsWith(old + "/", StringComparison.Ordinal))
                {
                    return rename.NewPath.TrimEnd('/') + path[old.Length..];
                }
            }

            return path;
        }

        private string Written(WrittenPath path, string start, string target)
        {
            var text = path.Text;
            var end = text.EndsWith('/') && !target.EndsWith('/') ? "/" : "";
            if (text.StartsWith('~') && HostPath.Absolute("", "~", paths.Environment) is var home && target.StartsWith(home + "/", StringComparison.Ordinal))
            {
                return "~" + target[home.Length..] + end;
            }

            // A path on another drive can only be written whole.
            if (text[0] is '/' or '~' || GoPath.Relative(start, target) is not { } relative)
            {
                return target + end;
            }

            var isDotted = text is "." or ".." || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal);
            var needsDot = (isDotted || path.Kind == WrittenPathKind.Mount) && relative is not ("." or "..") && !relative.StartsWith("../", StringComparison.Ordinal);
            return (needsDot ? "./" : "") + relative + end;
        }

        private TextEdit Replace(WrittenPath path, string text)
        {
            var scalar = path.Value.Scalar;
            var whole = path.Value.Text[..path.Part.Start] + text + path.Value.Text[path.Part.End..];
            return scalar.Style == ScalarStyle.Plain && !ScalarSpelling.At(file.Tree, scalar.Span.Start).IsPlain(whole)
                ? new TextEdit(scalar.Span, $"\"{ScalarSpelling.Inside(whole, ScalarStyle.DoubleQuoted)}\"")
                : new TextEdit(path.Span, ScalarSpelling.Inside(text, scalar.Style));
        }
    }
}
