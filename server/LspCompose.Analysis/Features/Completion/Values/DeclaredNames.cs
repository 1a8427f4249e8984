using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>What the files of a project declare under a top-level key, also while they are broken.</summary>
internal static class DeclaredNames
{
    /// <summary>The declarations of a kind (<c>service</c>, <c>network</c>, …) in all files of the project around the cursor, each name once, the cursor's file first.</summary>
    public static IEnumerable<Declaration> Of(CompletionContext context, string kind)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Files(context).SelectMany(file => Of(file, kind)).Where(declaration => seen.Add(declaration.Entry.Name));
    }

    /// <summary>The files of the project around the cursor, the cursor's own first.</summary>
    public static IEnumerable<ComposeFile> Files(CompletionContext context) =>
        context.Project.ComposePaths.Where(path => path != context.File.Path).Select(context.Workspace.FindComposeFile).OfType<ComposeFile>().Prepend(context.File);

    /// <summary>The declarations of a kind in one file.</summary>
    public static IEnumerable<Declaration> Of(ComposeFile file, string kind)
    {
        // The model knows services of the first format, and those a half-typed word stands above.
        var entries = kind == "service"
            ? file.Model.Services.Select(service => service.Entry)
            : file.Model.Roots.Select(root => root.Get(kind + "s")).OfType<YamlNode>().SelectMany(node => file.Model.Resolve(node).Entries);
        return entries.Where(entry => entry.Name is not ("<<" or "") && entry.ColonOffset >= 0).Select(entry => new Declaration(file, entry));
    }
}
