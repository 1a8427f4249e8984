using System.Text.RegularExpressions;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Takes the value of a variable that looks secret out of the file: into <c>.env</c>, or into a secret where the image reads it from there.</summary>
internal sealed partial class MoveSecret : Refactoring
{
    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Extract];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        if (spot.IsLegacy || spot.EntryOf("service") is not { Entry: { Name: "environment" } environment } attribute || spot.Places.FirstOrDefault(place => place.Parent == attribute) is not { } place
            || Variable.Of(place) is not { } variable || !SecretNames.IsSecret(variable.Name))
        {
            yield break;
        }

        var project = spot.Workspace.Projects.For(spot.File.Path);
        if (ToDotEnv(spot, project, variable) is { } move)
        {
            yield return move;
        }

        if (ToSecret(spot, environment, variable) is { } secret)
        {
            yield return secret;
        }
    }

    private static Fix? ToDotEnv(Spot spot, Project project, Variable variable)
    {
        var path = HostPath.Absolute(project.Request.Directory, ".env", project.Request.Environment);
        var found = spot.Workspace.Find(path);
        if (project.Request.EnvFiles.Count > 0 || project.Request.Environment.ContainsKey(variable.Name) || found is not (FileContent.Present or FileContent.Missing) || DotEnvValue(variable.Value) is not { } value
            || project.ComposePaths.Any(compose => Mentions(spot.Workspace.FindComposeFile(compose)?.Text.Content ?? "", variable.Name)) || (found is FileContent.Present { Text: var known } && DotEnvFile.ParseRaw(known.Content).Find(variable.Name) is not null))
        {
            return null;
        }

        var fix = spot.Rewrite($"Move the value of '{variable.Name}' to '.env'", FixKind.Extract, () =>
        {
            var edits = new EditList();
            variable.Replace(edits, $"${{{variable.Name}:?}}");
            var line = $"{variable.Name}={value}";
            return found is FileContent.Present { Text: var text }
                ? [.. spot.Edits(edits), new FileEdit(path, TextEdit.Insert(text.Length, (text.LineSpan(text.LineCount - 1).IsEmpty ? "" : text.LineBreak) + line + text.LineBreak))]
                : [.. spot.Edits(edits), FileEdit.Create(path, line + "\n")];
        });
        return new Fix(fix.Title, fix.Kind, () => fix.Edits) { CreatesFile = found is FileContent.Missing };
    }

    private static Fix? ToSecret(Spot spot, YamlEntry environment, Variable variable)
    {
        var service = spot.Service is { Entry: { } entry } ? spot.File.Model.Services.FirstOrDefault(one => one.Entry.Key == entry.Key) : null;
        var name = variable.Name.ToLowerInvariant();
        if (service?.Image is not { } image || !SecretFiles.Serve(image, variable.Name) || spot.File.Model.Roots is not [var root] || !TopLevelWriter.CanDeclare(spot.File, "secrets") || root.Get("secrets")?.Get(name) is not null
            || !(service.Attribute("secrets") is null ? ServiceWriter.CanAdd(service) : ListWriter.CanAdd(service, "secrets")) || service.OwnEntry("secrets") is { Value.IsSequence: false }
            || Exists(environment, variable.Name + "_FILE") || spot.File.Tree.Errors.Count > 0)
        {
            return null;
        }

        var file = $"./secrets/{name}.txt";
        var path = HostPath.Absolute(HostPath.Folder(spot.File.Path), file, spot.Workspace.Projects.For(spot.File.Path).Request.Environment);
        if (spot.Workspace.Find(path) is FileContent.Present)
        {
            return null;
        }

        var fix = spot.Change($"Move the value of '{variable.Name}' to a secret", FixKind.Extract, () =>
        {
            var ensured = FinalLineBreak.Ensure(spot.File);
            var layout = new Layout(ensured.Tree);
            var edits = new EditList();
            variable.Rename(edits, variable.Name + "_FILE", $"/run/secrets/{name}");
            if (ensured.Model.Find(service.Name) is { } now)
            {
                if (now.OwnEntry("secrets") is { Value: { IsSequence: true, Items.Count: > 0 } list })
                {
                    new CollectionWriter(layout, edits).AppendItems(list, [name]);
                }
                else if (now.Body.IsFlow)
                {
                    new CollectionWriter(layout, edits).AppendFlow(now.Body, now.Body.Entries[^1].Span, [FlowText.Of(now.Body).Entry("secrets", FlowText.Of(now.Body).List([name]))]);
                }
                else
                {
                    var column = new string(' ', layout.Column(now.Body.Entries[0].Key.FullSpan.Start));
                    layout.InsertLinesBelow(edits, now.Body.Entries[^1].Span, [$"{column}secrets:", $"{column}{new string(' ', spot.Unit)}- {name}"]);
                }
            }

            var top = new TopLevelWriter(ensured, layout);
            top.Declare("secrets", name, ("file", file));
            edits.AddRange(top.Edits.ToEdits());
            return [.. FinalLineBreak.Drop(edits.ToSeparateEdits(), ensured.Text, spot.File.Text).Select(edit => new FileEdit(spot.File.Path, edit)), FileEdit.Create(path, variable.Value)];
        });
        return new Fix(fix.Title, fix.Kind, () => fix.Edits) { CreatesFile = true, IsSafe = false };
    }

    private static bool Exists(YamlEntry environment, string name) =>
        environment.Value.TryGetEntry(name, out _) || environment.Value.Items.Any(item => item.Value.Value.Split('=')[0] == name);

    private static bool Mentions(string text, string name) => Regex.IsMatch(text, $@"\$\{{?{Regex.Escape(name)}(?![A-Za-z0-9_])", RegexOptions.CultureInvariant);

    private static string? DotEnvValue(string value) =>
        Simple().IsMatch(value) ? value
        : value.AsSpan().IndexOfAny("'\\\r\n") < 0 ? $"'{value}'"
        : null;

    [GeneratedRegex("^[A-Za-z0-9_./:@%+,=-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Simple();

    /// <summary>A variable with a literal value.</summary>
    private sealed record Variable(string Name, string Value, YamlNode Node, YamlNode? Key)
    {
        public static Variable? Of(Place place)
        {
            if (place.Value is not { IsScalar: true, IsNull: false, Tag: null, Anchor: null } node || node.Style is ScalarStyle.Literal or ScalarStyle.Folded || node.Value.Contains('$'))
            {
                return null;
            }

            if (place.Entry is { } entry)
            {
                var text = node.Style == ScalarStyle.Plain ? ScalarText.Of(new ConfigScalar(default, CoreSchema.Resolve(node.Value))) : node.Value;
                return text.Length > 0 && IsName(entry.Name) && entry.Key.FullSpan == entry.Key.Span ? new Variable(entry.Name, text, node, entry.Key) : null;
            }

            var at = node.Value.IndexOf('=', StringComparison.Ordinal);
            return at > 0 && at + 1 < node.Value.Length && IsName(node.Value[..at]) ? new Variable(node.Value[..at], node.Value[(at + 1)..], node, null) : null;
        }

        public void Replace(EditList edits, string value) => Rename(edits, Name, value);

        public void Rename(EditList edits, string name, string value)
        {
            if (Key is { } key)
            {
                if (name != Name)
                {
                    edits.Replace(Layout.Inner(key), name);
                }

                var quotes = Node.Style switch { ScalarStyle.SingleQuoted => "'", ScalarStyle.DoubleQuoted => "\"", _ => value.Contains('{') ? "\"" : "" };
                edits.Replace(Node.Span, quotes + value + quotes);
            }
            else
            {
                var quotes = Node.Style switch { ScalarStyle.SingleQuoted => "'", ScalarStyle.DoubleQuoted => "\"", _ => value.Contains('{') ? "\"" : "" };
                edits.Replace(Node.Span, $"{quotes}{name}={value}{quotes}");
            }
        }

        private static bool IsName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(name[0]);
    }
}
