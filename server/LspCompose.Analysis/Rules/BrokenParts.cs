using System.Text.RegularExpressions;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>Where a file cannot be read, so that what follows from it is not told on top.</summary>
internal static class BrokenParts
{
    /// <summary>The services and other parts with a syntax error in them.</summary>
    public static IReadOnlyList<TextSpan> Of(ComposeFile file)
    {
        var parts = new List<TextSpan>();
        foreach (var error in file.Tree.Errors)
        {
            parts.Add(file.Text.LineSpan(file.Text.LineOf(error.Span.Start)));
            var path = file.Tree.PathTo(error.Span.Start);
            var entries = path.Where(step => step.Entry is not null).Take(2).ToList();
            if (entries.Count > 0)
            {
                parts.Add((entries.Count > 1 ? entries[1] : entries[0]).Entry?.Span ?? default);
            }
        }

        return parts;
    }

    /// <summary>True when a name may be defined in a part of a broken file that is not found, so saying that it is not defined would only follow from that.</summary>
    public static bool MayDefine(ComposeFile file, string name) =>
        file.Tree.Errors.Count > 0 && Regex.IsMatch(file.Text.Content, $@"^[ \t]*[""']?{Regex.Escape(name)}[""']?[ \t]*:?[ \t]*(#.*)?\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
