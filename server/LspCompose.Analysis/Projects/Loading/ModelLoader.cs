using LspCompose.Analysis.Schema;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>
/// Reads files that belong together into one model, in Compose's order: variables, includes, what is taken out, extends, merge, schema, long form.
/// Where Compose stops at the first problem, this goes on with what is sound.
/// </summary>
internal sealed class ModelLoader(LoadContext context)
{
    private readonly Merger merger = new(context);
    private readonly Unicity unicity = new(context);
    private readonly Canonical canonical = new(context);

    /// <summary>The files merged in order, with absolute paths; files that cannot be read are left out.</summary>
    public ConfigMapping Load(IReadOnlyList<string> paths, Scope scope, IReadOnlyList<IncludeStep> includes)
    {
        var model = new ConfigMapping(default, []);
        var extends = new Extends(context, this, merger);
        foreach (var path in paths)
        {
            if (context.FindComposeFile(path) is not { } file)
            {
                continue;
            }

            foreach (var document in Documents(file, scope))
            {
                var root = context.IsLatest ? document.Root : extends.Apply(document.Root, path, scope, document.Resets);
                root = new Includes(context, this, merger).Apply(root, path, scope, includes);
                foreach (var reset in document.Resets)
                {
                    model = reset.Apply(model);
                }

                root = extends.Apply(root, path, scope, document.Resets);
                model = Normal(merger.Merge(model, root), checkSchema: SchemaCheck.Whole);
            }
        }

        ModelChecks.Check(context, model);
        return new RelativePaths(context, scope.Folder).Apply(Defaults.Apply(model));
    }

    /// <summary>The services of a file that others extend, in long form with absolute paths but with their own <c>extends</c>; not checked beyond that. Null when the file cannot be read.</summary>
    public ExtendedFile? LoadExtended(string path, Scope scope)
    {
        if (context.FindComposeFile(path) is not { } file)
        {
            return null;
        }

        var model = new ConfigMapping(default, []);
        var resets = new List<PathReset>();
        foreach (var document in Documents(file, scope with { Folder = HostPath.Folder(path) }))
        {
            foreach (var reset in document.Resets)
            {
                model = reset.Apply(model);
            }

            resets.AddRange(document.Resets);
            model = Normal(merger.Merge(model, document.Root), SchemaCheck.None);
        }

        return new ExtendedFile(path, new RelativePaths(context, HostPath.Folder(path)).Apply(model), resets);
    }

    private ConfigMapping Normal(ConfigMapping merged, SchemaCheck checkSchema)
    {
        var model = unicity.Apply(merged);
        if (checkSchema == SchemaCheck.Whole)
        {
            SchemaValidator.Validate(model, context.Request.Target, context.Problems);
            model = model.Without("version");
        }

        return unicity.Apply(canonical.Apply(model));
    }

    private IEnumerable<ReadDocument> Documents(ComposeFile file, Scope scope)
    {
        context.Scopes.TryAdd(file.Path, scope);
        var tree = file.Tree;
        var end = 0;
        foreach (var document in tree.Documents)
        {
            var hasMarker = tree.Text.Content.AsSpan(end, Math.Max(0, document.Span.Start - end)).Contains("---", StringComparison.Ordinal);
            end = document.Span.End;
            if (document.Root is not { } root)
            {
                // A text without a document is a file without content; what is wrong with that is known once all files are read.
                if (hasMarker && tree.Errors.Count == 0)
                {
                    NotAMapping(file, new TextSpan(Math.Max(0, document.Span.Start - 1), document.Span.Start), "nothing");
                }

                continue;
            }

            var resolved = file.Model.Resolve(root);
            if (!resolved.IsMapping)
            {
                if (tree.Errors.Count == 0)
                {
                    NotAMapping(file, root.Span, resolved.IsSequence ? "a list" : resolved.IsNull ? "nothing" : "text");
                }

                continue;
            }

            if (DocumentReader.Read(context, file, root, scope.Variables) is { } read)
            {
                yield return read;
            }
        }
    }

    private void NotAMapping(ComposeFile file, TextSpan span, string what) =>
        context.Problems.Add(
            "syntax-error",
            new SourcePlace(file.Path, new TextSpan(span.Start, Math.Max(span.Start, Math.Min(span.End, file.Text.LineSpan(file.Text.LineOf(span.Start)).End)))),
            $"A Compose file must be a mapping at its top level, such as 'services:' with services below it; here stands {what}.");
}
