using LspCompose.Engine.Tests.Proof;

namespace LspCompose.Engine.Tests;

/// <summary>
/// Migrations judged by the engine: each project of <c>Cases/</c> runs before and after its migration, on Compose v2 and where it accepts the file on docker-compose 1.29.2.
/// In every container every name must be answered by the same service as before, every start order must be kept, and nothing may be left that the report does not name.
/// </summary>
public sealed class MigrationProofTests(ProofRun run) : IClassFixture<ProofRun>
{
    public static TheoryData<string> Cases => [.. MigrationCase.AllNames()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_migration_changes_nobodys_answers(string project)
    {
        var problems = await run.ResultOfAsync(project);

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
