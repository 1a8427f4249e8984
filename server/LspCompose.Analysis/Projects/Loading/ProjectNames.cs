using LspCompose.Analysis.Interpolation;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Finds out what a project is called.</summary>
internal static class ProjectNames
{
    /// <summary>
    /// The name: given from outside, else the last <c>name</c> of the files, else that of the folder; what may not stand in a name is dropped. Empty when nothing is left.
    /// </summary>
    public static string Choose(LoadContext context, Variables variables)
    {
        if (context.Request.Name is { Length: > 0 } given)
        {
            return given;
        }

        if (variables.Get("COMPOSE_PROJECT_NAME") is { Length: > 0 } fromVariable)
        {
            return fromVariable;
        }

        return Written(context, variables) is { Length: > 0 } written ? Normal(written) : Normal(HostPath.Name(context.Request.Directory.TrimEnd('/', '\\')));
    }

    /// <summary>Tells that no name is left.</summary>
    public static void ReportMissing(LoadContext context, ConfigMapping root)
    {
        if (root.TryGet("name", out var name))
        {
            context.Invalid(name.Value.Place, "Nothing of this name can stand in a project's name, which takes lower-case letters, digits, '-' and '_' and begins with a letter or digit. Choose another one.");
        }
    }

    private static string Written(LoadContext context, Variables variables)
    {
        var result = "";
        foreach (var path in context.Request.Files)
        {
            foreach (var document in context.FindComposeFile(path)?.Tree.Documents ?? [])
            {
                if (document.Root is { IsMapping: true } root && root.Get("name") is { IsScalar: true } name && (name.Style != ScalarStyle.Plain || CoreSchema.Resolve(name.Value) is string))
                {
                    var text = Template.Substitute(name.Value, variables.Get, TemplateMode.Lazy).Value;
                    result = text.Length > 0 ? text : result;
                }
            }
        }

        return result;
    }

    private static string Normal(string name)
    {
        var kept = string.Concat(name.ToLowerInvariant().Where(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_'));
        return kept.TrimStart('-', '_');
    }
}
