using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Interpolation;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Reads files of variables, such as <c>.env</c>.</summary>
internal static class EnvFiles
{
    /// <summary>
    /// The variables of files, later files winning, under those of outside. What is wrong in a file is told at the place that names it, or in the file
    /// itself when nothing does. Only files that are there may be given.
    /// </summary>
    public static Variables Read(LoadContext context, IReadOnlyList<(string Path, ConfigScalar? Written)> files, Variables outside)
    {
        var own = new Dictionary<string, Variable>(StringComparer.Ordinal);
        foreach (var (path, written) in files)
        {
            if (context.Find(path) is not FileContent.Present present)
            {
                context.HasUnreadVariables |= context.Find(path) is null;
                continue;
            }

            var file = DotEnvFile.Parse(present.Text.Content, name => outside.Get(name) ?? own.GetValueOrDefault(name)?.Value);
            ReportProblems(context, file, path, written);
            foreach (var entry in file.Entries)
            {
                if (entry.Value is { } value)
                {
                    own[entry.Name] = new Variable(value, VariableSource.File, new SourcePlace(path, entry.ValueSpan));
                }
            }
        }

        return outside.Or(new Variables(own));
    }

    /// <summary>Tells what is wrong in a file of variables.</summary>
    public static void ReportProblems(LoadContext context, DotEnvFile file, string path, ConfigScalar? written)
    {
        foreach (var problem in file.Problems.Take(1))
        {
            var inside = new RelatedLocation(path, problem.Span, problem.Message);
            context.Problems.Add(written is null
                ? new Problem("invalid-value", new SourcePlace(path, problem.Span), problem.Message)
                : new Problem("invalid-value", written.Place, $"'{written.Text}' cannot be read, line {problem.Line}: {problem.Message}") { Related = [inside] });
        }
    }
}
