using System.Text;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>The short form of an item of a service's <c>volumes</c>: <c>[SOURCE:]TARGET[:OPTIONS]</c>.</summary>
public static class VolumeSpec
{
    /// <summary>Reads an item of <c>volumes</c>.</summary>
    public static Parsed<VolumeMount> Parse(string text)
    {
        if (text.Length == 0)
        {
            return new(default, "The volume is empty. Write 'SOURCE:TARGET' or the path in the container.");
        }

        // Compose counts bytes: so short a text is not looked into.
        if (text.Length <= 2 && Encoding.UTF8.GetByteCount(text) <= 2)
        {
            return new(new VolumeMount { Kind = VolumeKind.Volume, Source = "", Target = GoPath.Clean(text), TargetSpan = new TextSpan(0, text.Length) });
        }

        var sections = Sections(text);
        if (sections.Count == 0)
        {
            return new(new TextSpan(text.IndexOf("${", StringComparison.Ordinal), text.Length), "The variable that begins with '${' has no end. Close it with '}'.");
        }

        if (sections.FindIndex(section => section.IsEmpty) is >= 0 and <= 3 and var empty)
        {
            var place = empty == 0 ? "before the first colon" : empty == sections.Count - 1 ? "behind the last colon" : "between two colons";
            return new(sections[empty], $"'{text}' has nothing {place}. A volume is written 'SOURCE:TARGET' or 'SOURCE:TARGET:OPTIONS'.");
        }

        if (sections.Count > 3)
        {
            return new(new TextSpan(sections[2].End, text.Length), $"'{text}' has too many colons. A volume is written 'SOURCE:TARGET' or 'SOURCE:TARGET:OPTIONS', with commas between the options.");
        }

        var source = sections.Count > 1 ? Part(sections[0]) : "";
        var target = sections.Count > 1 ? sections[1] : sections[0];
        var mount = new VolumeMount
        {
            Kind = IsFilePath(source) ? VolumeKind.Bind : VolumeKind.Volume,
            Source = source,
            SourceSpan = sections.Count > 1 ? sections[0] : null,
            Target = GoPath.Clean(Part(target)),
            TargetSpan = target,
        };
        return new(sections.Count > 2 ? WithOptions(mount, text, sections[2]) : mount);

        string Part(TextSpan span) => text[span.Start..span.End];
    }

    // The parts between colons; a colon behind a single letter belongs to a Windows drive, one inside ${…} to the variable. None when a ${ is left open.
    private static List<TextSpan> Sections(string text)
    {
        var sections = new List<TextSpan>();
        var (start, depth, runes, at) = (0, 0, 0, 0);
        var only = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '$' && at + 1 < text.Length && text[at + 1] == '{')
            {
                depth++;
            }
            else if (rune.Value == '}' && depth > 0)
            {
                depth--;
            }
            else if (rune.Value == ':' && depth == 0 && !(runes == 1 && Rune.IsLetter(only)))
            {
                sections.Add(new TextSpan(start, at));
                at++;
                (start, runes) = (at, 0);
                continue;
            }

            only = rune;
            runes++;
            at += rune.Utf16SequenceLength;
        }

        if (depth > 0)
        {
            return [];
        }

        sections.Add(new TextSpan(start, text.Length));
        return sections;
    }

    private static bool IsFilePath(string source) => source.Length > 0
        && (source[0] is '.' or '/' or '~' || source.StartsWith(@"\\", StringComparison.Ordinal) || IsDrive(source));

    private static bool IsDrive(string source)
    {
        _ = Rune.DecodeFromUtf16(source, out var first, out var length);
        return length < source.Length && source[length] == ':' && Rune.IsLetter(first);
    }

    private static VolumeMount WithOptions(VolumeMount mount, string text, TextSpan span)
    {
        var options = new List<VolumeOption>();
        var start = span.Start;
        foreach (var name in text[span.Start..span.End].Split(','))
        {
            var isKnown = true;
            switch (name)
            {
                case "ro" or "rw":
                    mount = mount with { IsReadOnly = name == "ro" };
                    break;
                case "nocopy":
                    mount = mount with { NoCopy = true };
                    break;
                case "rprivate" or "private" or "rshared" or "shared" or "rslave" or "slave":
                    mount = mount with { Propagation = name };
                    break;
                case "z" or "Z":
                    mount = mount with { SELinux = name };
                    break;
                default:
                    isKnown = false;
                    break;
            }

            options.Add(new VolumeOption(name, TextSpan.FromLength(start, name.Length), isKnown));
            start += name.Length + 1;
        }

        return mount with { Options = options, OptionsSpan = span };
    }
}
