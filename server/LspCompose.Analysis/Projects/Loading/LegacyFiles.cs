using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Has the files of variables read that services of the first file format name: no model is made of these, but they may use links' variables.</summary>
internal static class LegacyFiles
{
    /// <summary>Looks at each such file, so that the host reads it.</summary>
    public static void Note(LoadContext context, Variables variables)
    {
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
}
