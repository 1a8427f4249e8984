using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>
/// Has the files read that services of the first file format name: no model is made of these, but files of variables may use those of links, and what is extended is migrated along.
/// </summary>
internal static class LegacyFiles
{
    /// <summary>Looks at each such file, so that the host reads it.</summary>
    public static void Note(LoadContext context, Variables variables)
    {
        Extended(context);
        foreach (var service in context.ComposePaths.ToList().Select(context.Workspace.FindComposeFile).Where(file => file?.Model.Format == ComposeFormat.Legacy).SelectMany(file => file?.Model.Services ?? []))
        {
            if (service.Attribute("env_file") is { } files)
            {
                foreach (var item in files.IsSequence ? files.Items.Select(item => service.Resolve(item.Value)) : [files])
                {
                    if (item is { IsScalar: true, Value.Length: > 0 })
                    {
                        context.Find(HostPath.Absolute(context.Request.Directory, Template.Substitute(item.Value, variables.Get).Value, context.Request.Environment));
                    }
                }
            }
        }
    }

    // What services extend is migrated with them. Files found this way may extend others.
    private static void Extended(LoadContext context)
    {
        var open = new Queue<string>(context.ComposePaths);
        while (open.TryDequeue(out var path))
        {
            if (context.Workspace.FindComposeFile(path) is not { Model.Format: ComposeFormat.Legacy } file)
            {
                continue;
            }

            foreach (var written in file.Model.Services.Select(service => service.Attribute("extends")?.Get("file")?.Value).OfType<string>().Where(written => written.Length > 0 && !written.Contains('$')))
            {
                var extended = HostPath.Absolute(HostPath.Folder(path), written, context.Request.Environment);
                if (!context.ComposePaths.Contains(extended) && context.FindComposeFile(extended) is not null)
                {
                    open.Enqueue(extended);
                }
            }
        }
    }
}
