using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests;

/// <summary>Applies fixes and migrations to texts.</summary>
internal static class Edits
{
    public static string Apply(string text, Fix fix) => SourceText.From(text).With(fix.Edits.Select(edit => edit.Edit)).Content;

    public static string Migrate(string text, string? network = null, string path = Markers.Path) =>
        SourceText.From(text).With(Result(text, network, path).For(path).Edits).Content;

    /// <summary>The migration with what somebody may notice included.</summary>
    public static MigrationResult ResultOfAll(string text) =>
        NetworkMigration.Run(Workspace.Empty.WithFile(Markers.Path, SourceText.From(text)), Markers.Path, new MigrationOptions { IncludesUnsafe = true }, TestContext.Current.CancellationToken);

    public static MigrationResult Result(string text, string? network = null, string path = Markers.Path) =>
        NetworkMigration.Run(Workspace.Empty.WithFile(path, SourceText.From(text)), path, new MigrationOptions { NetworkName = network }, TestContext.Current.CancellationToken);
}
