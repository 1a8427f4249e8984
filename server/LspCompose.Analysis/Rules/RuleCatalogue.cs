using System.Diagnostics.CodeAnalysis;

namespace LspCompose.Analysis.Rules;

/// <summary>All rules there are.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules, ordered by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new AmbassadorContainerRule(),
        new AmbassadorDriftRule(),
        new AmbiguousNumberRule(),
        new CircularLinkRule(),
        new ConflictingAttributesRule(),
        new ContainerNameInUseRule(),
        new DependencyCycleRule(),
        new DeprecatedExternalLinkRule(),
        new DeprecatedExternalNameRule(),
        new DeprecatedLinkRule(),
        new DeprecatedVolumesFromRule(),
        new DuplicateContainerNameRule(),
        new DuplicateKeyRule(),
        new DuplicateMountRule(),
        new ExtendsCycleRule(),
        new HostPortInUseRule(),
        new ImagePlatformMismatchRule(),
        new InactiveDependencyRule(),
        new IncludeCycleRule(),
        new IneffectiveOptionRule(),
        new InvalidAddressRule(),
        new InvalidImageNameRule(),
        new InvalidInterpolationRule(),
        new InvalidValueRule(),
        new LegacyBooleanRule(),
        new LegacyFileFormatRule(),
        new LinkDriftRule(),
        new LinkEnvironmentVariableRule(),
        new MissingExternalConfigRule(),
        new MissingExternalNetworkRule(),
        new MissingExternalSecretRule(),
        new MissingExternalVolumeRule(),
        new MissingFileRule(),
        new MissingHealthcheckRule(),
        new MissingImageRule(),
        new NetworkAliasCollisionRule(),
        new ObsoleteVersionRule(),
        new PortConflictRule(),
        new SyntaxErrorRule(),
        new UndefinedConfigRule(),
        new UndefinedModelRule(),
        new UndefinedNetworkRule(),
        new UndefinedSecretRule(),
        new UndefinedServiceRule(),
        new UndefinedVolumeRule(),
        new UnknownKeyRule(),
        new UnknownSettingRule(),
        new UnreachableHostRule(),
        new UnsetVariableRule(),
        new UnusedAnchorRule(),
        new UnusedConfigRule(),
        new UnusedModelRule(),
        new UnusedNetworkRule(),
        new UnusedSecretRule(),
        new UnusedVolumeRule(),
    ];

    /// <summary>Finds a rule by its id.</summary>
    public static bool TryGet(string id, [NotNullWhen(true)] out Rule? rule)
    {
        rule = All.FirstOrDefault(candidate => candidate.Id == id);
        return rule is not null;
    }
}
