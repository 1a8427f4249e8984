using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>All refactorings, in the order they are offered.</summary>
internal static class RefactoringCatalogue
{
    private static readonly IReadOnlyList<Refactoring> All =
    [
        new LongSyntax(),
        new ShortSyntax(),
        new KeyValueForms(),
        new CollectionStyle(),
        new QuoteForms(),
        new SortKeys(),
        new DependencyConditions(),
        new AddHealthcheck(),
        new Extraction(),
        new InlineAnchor(),
        new ExtractService(),
        new MoveSecret(),
        new Modernize(),
    ];

    /// <summary>What can be done at a selection (0-based UTF-16 offsets) of the kinds wanted; nothing on blanks, in comments and in broken parts.</summary>
    public static IEnumerable<Fix> At(Workspace workspace, ComposeFile file, TextSpan span, Func<FixKind, bool> wants)
    {
        if (!All.Any(refactoring => refactoring.Kinds.Any(wants)) || Spot.At(workspace, file, span) is not { } spot)
        {
            return [];
        }

        return All.Where(refactoring => refactoring.Kinds.Any(wants)).SelectMany(refactoring => refactoring.At(spot)).Where(fix => wants(fix.Kind)).DistinctBy(fix => (fix.Title, fix.Kind));
    }
}
