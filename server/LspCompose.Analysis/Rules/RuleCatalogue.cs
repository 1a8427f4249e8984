using System.Diagnostics.CodeAnalysis;

namespace LspCompose.Analysis.Rules;

/// <summary>All rules there are.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules, ordered by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new AmbassadorContainerRule(),
        new CircularLinkRule(),
        new DeprecatedLinkRule(),
        new DuplicateKeyRule(),
        new InvalidValueRule(),
        new LegacyFileFormatRule(),
        new ObsoleteVersionRule(),
        new SyntaxErrorRule(),
        new UndefinedServiceRule(),
        new UnknownSettingRule(),
    ];

    /// <summary>Finds a rule by its id.</summary>
    public static bool TryGet(string id, [NotNullWhen(true)] out Rule? rule)
    {
        rule = All.FirstOrDefault(candidate => candidate.Id == id);
        return rule is not null;
    }
}
