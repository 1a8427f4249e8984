using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Rules;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Symbols;

/// <summary>Reads the names in a file of variables: the variables, those their values use, the hosts and profiles in the values.</summary>
internal static class VariableFileReader
{
    private const string ProfilesVariable = "COMPOSE_PROFILES";

    /// <summary>The names in a file whose variables containers get: those variables are no names of the project, what the values use is, as far as the file does not set it itself.</summary>
    public static IEnumerable<Symbol> ReadOfContainers(string path, SourceText text)
    {
        var all = Read(path, text).ToList();
        var own = all.Where(symbol => symbol is { Kind: SymbolKind.Variable, Role: SymbolRole.Definition }).Select(symbol => symbol.Name).ToHashSet(StringComparer.Ordinal);
        return all.Where(symbol => symbol.Kind == SymbolKind.Host || (symbol is { Kind: SymbolKind.Variable, Role: SymbolRole.Reference } && !own.Contains(symbol.Name)));
    }

    /// <summary>The names in a file texts are filled in from, in no particular order.</summary>
    public static IEnumerable<Symbol> Read(string path, SourceText text)
    {
        var file = DotEnvFile.Parse(text.Content, _ => null);
        foreach (var entry in file.Entries)
        {
            var whole = new TextSpan(entry.NameSpan.Start, Math.Max(entry.NameSpan.End, entry.ValueSpan.End));
            yield return new Symbol(SymbolKind.Variable, entry.Name, path, entry.NameSpan, SymbolRole.Definition) { Whole = whole };
            if (entry.Value is null || entry.ValueSpan == entry.NameSpan)
            {
                continue;
            }

            var written = text.ToString(entry.ValueSpan);
            var names = entry.Name == ProfilesVariable ? Profiles(written) : HostMentions.InVariable(entry.Name, written).Select(host => host.Span);
            foreach (var span in names)
            {
                var kind = entry.Name == ProfilesVariable ? SymbolKind.Profile : SymbolKind.Host;
                yield return new Symbol(kind, written[span.Start..span.End], path, span.Shift(entry.ValueSpan.Start), SymbolRole.Reference) { Whole = entry.ValueSpan };
            }
        }

        foreach (var use in file.Variables)
        {
            yield return new Symbol(SymbolKind.Variable, use.Name, path, use.NameSpan, SymbolRole.Reference) { Whole = use.ReferenceSpan };
        }
    }

    private static IEnumerable<TextSpan> Profiles(string list)
    {
        var start = 0;
        foreach (var part in list.Split(','))
        {
            var name = part.Trim(' ', '\t', '"', '\'');
            if (name.Length > 0 && !name.Contains('$'))
            {
                yield return TextSpan.FromLength(start + part.IndexOf(name, StringComparison.Ordinal), name.Length);
            }

            start += part.Length + 1;
        }
    }
}
