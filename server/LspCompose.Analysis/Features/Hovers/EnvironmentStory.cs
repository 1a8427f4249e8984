using LspCompose.Analysis.Interpolation;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>Variables of a container (<c>environment</c>) and arguments of a build.</summary>
internal static class EnvironmentStory
{
    /// <summary>What the container gets under a name; of one without a value, where that is taken from.</summary>
    public static string? Of(HoverSpot spot)
    {
        var (name, value) = spot.IsKey
            ? (spot.Node.Value, spot.Place.Value.IsNull ? null : spot.Place.Value.Value)
            : spot.Node.Value.Split('=', 2) is [var key, var given] ? (key, given) : (spot.Node.Value, null);
        if (name.Length == 0 || name.Contains('$', StringComparison.Ordinal))
        {
            return null;
        }

        if (value is null)
        {
            return VariableStory.OfTakenOver(spot, name);
        }

        var isSecret = SecretNames.IsSecret(name) ? " Its value looks secret: `secrets` keep such values out of the file and of `docker inspect`." : "";
        return $"**{name}**: a variable {(spot.Place.Within("build") is null ? "of the container" : "of the build")}.{isSecret}";
    }
}
