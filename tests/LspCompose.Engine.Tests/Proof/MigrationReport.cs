using Newtonsoft.Json.Linq;

namespace LspCompose.Engine.Tests.Proof;

/// <summary>Holds what <c>check</c> finds after a migration against what <c>migrate</c> says it left.</summary>
internal static class MigrationReport
{
    private static readonly HashSet<string> Migrated = ["circular-link", "deprecated-link", "deprecated-external-link", "ambassador-container", "legacy-file-format"];

    /// <summary>Adds each finding that the report does not name as left; a file that is not written without being asked names all of its own.</summary>
    public static async Task CheckAsync(CaseProject project, MigrationCase migration, List<string> problems)
    {
        var report = Files(await project.LspComposeAsync("migrate", "--format", "json"), problems);
        var checks = Files(await project.LspComposeAsync("check", "--format", "json", "--fail-on", "never"), problems);
        foreach (var file in checks)
        {
            var migrated = report.FirstOrDefault(other => (string?)other["path"] == (string?)file["path"]);
            var isWithheld = migration.Staying.Contains("all") && (bool?)migrated?["safe"] == false;
            var left = (migrated?["left"] ?? new JArray()).ToList();
            foreach (var finding in (file["findings"] ?? new JArray()).Where(finding => Migrated.Contains((string?)finding["rule"] ?? "")))
            {
                if (!isWithheld && !left.Exists(note => Meet(note["range"], finding["range"])))
                {
                    problems.Add($"found but not named as left: {file["path"]}:{(int?)finding["range"]?["start"]?["line"] + 1} {finding["rule"]} {finding["message"]}");
                }
            }
        }
    }

    private static IReadOnlyList<JToken> Files(CommandResult result, List<string> problems)
    {
        try
        {
            return [.. JObject.Parse(result.Output)["files"] ?? new JArray()];
        }
        catch (Newtonsoft.Json.JsonException)
        {
            problems.Add($"no JSON: {result.Output}{result.Error}");
            return [];
        }
    }

    private static bool Meet(JToken? one, JToken? other) => Line(one, "start") <= Line(other, "end") && Line(other, "start") <= Line(one, "end");

    private static int Line(JToken? range, string end) => (int?)range?[end]?["line"] ?? -1;
}
