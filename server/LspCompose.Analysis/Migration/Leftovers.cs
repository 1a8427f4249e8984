using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>What formats 2.x and 3.x left behind in files of the current format.</summary>
internal static class Leftovers
{
    /// <summary>Adds the edits that rewrite what is left of older formats, as far as it can be rewritten.</summary>
    public static void Convert(ComposeFile file, Layout layout, EditList edits, TopLevelWriter top)
    {
        if (file.Model.Format == ComposeFormat.Current && file.Model.Roots.Count == 1 && LegacyKeys.Obstacle(file) is null)
        {
            LegacyKeys.Convert(file, layout, edits, top);
        }

        foreach (var external in ExternalName.In(file))
        {
            external.Convert(layout, edits);
        }
    }

    /// <summary>What <see cref="Convert"/> and the wrapping of a first-format file rewrite besides links, each at its place.</summary>
    public static IReadOnlyList<MigrationNote> Converted(ComposeFile file) =>
    [
        .. LegacyKeys.Obstacle(file) is null ? LegacyKeys.Converted(file) : [],
        .. ExternalName.In(file).Where(external => external.Obstacle is null).Select(external => new MigrationNote(external.Span, $"The name of the external {external.Kind} '{external.Name}' moves out of 'external'.")),
    ];

    /// <summary>What is left as it is, each with the reason.</summary>
    public static IReadOnlyList<MigrationNote> Left(ComposeFile file) =>
    [
        .. LegacyKeys.Left(file),
        .. ExternalName.In(file).Where(external => external.Obstacle is not null).Select(external => new MigrationNote(external.Span, $"'external: {{name: …}}' of '{external.Name}' stays: {external.Obstacle}.")),
        .. VolumesFromMigration.Left(file),
    ];
}
