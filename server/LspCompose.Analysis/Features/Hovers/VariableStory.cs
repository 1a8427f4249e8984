using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>References to variables: the value, who gives it, and what the operator asks for.</summary>
internal static class VariableStory
{
    /// <summary>The story of the innermost reference under the cursor; null between references.</summary>
    public static HoverContent? Of(HoverSpot spot)
    {
        if (spot.IsKey || !spot.Node.IsScalar || !spot.Node.Value.Contains('$', StringComparison.Ordinal))
        {
            return null;
        }

        var written = spot.Node.Value;
        var origin = new ScalarOrigin(spot.Node, spot.File.Text);
        (VariableUse Use, TextSpan Span)? found = null;
        foreach (var use in Template.Substitute(written, spot.Lookup).Variables)
        {
            var span = origin.ToSource(use.ReferenceSpan);
            if (span.Start <= spot.Offset && spot.Offset < span.End && (found is null || found.Value.Span.Contains(span)))
            {
                found = (use, span);
            }
        }

        return found is { } hit ? new HoverContent(Story(spot, hit.Use, written), hit.Span) : null;
    }

    /// <summary>The story of a variable a container takes over by name alone.</summary>
    public static string OfTakenOver(HoverSpot spot, string name) => spot.Project.ScopeOf(spot.File.Path).Variables.Find(name) is { } variable
        ? $"**{name}** is taken over into the container: {Shown(name, variable.Value)}\n\n{Origin(spot, variable)}"
        : $"**{name}** is to be taken over into the container, but it is not set, so the container does not get it. Set it in the shell or in `.env`.";

    private static string Story(HoverSpot spot, VariableUse use, string written)
    {
        var variable = spot.Project.ScopeOf(spot.File.Path).Variables.Find(use.Name);
        var operand = written[use.OperandSpan.Start..use.OperandSpan.End];
        var filled = Template.Substitute(operand, spot.Lookup).Value;
        var (value, origin) = use.Kind switch
        {
            VariableUseKind.Defaulted => (Shown(use, written, filled), $"The default written here: `{use.Name}` is {(variable is null ? "not set" : "empty")}."),
            VariableUseKind.MissingRequired => ("nothing, Compose stops", $"`{use.Name}` is {(variable is null ? "not set" : "empty")}, and it must be{(operand.Length > 0 ? $": {SecretTexts.Hide(filled)}" : "")}."),
            VariableUseKind.Unset => ("nothing", $"`{use.Name}` is not set. Set it in the shell or in `.env`, or give a default: `${{{use.Name}:-default}}`."),
            VariableUseKind.Absent => ("nothing", $"`{use.Name}` is not set."),
            VariableUseKind.Set when use.Operator is VariableOperator.AlternativeIfSet => (Shown(use, written, filled), $"`{use.Name}` is set."),
            VariableUseKind.Set when use.Operator is VariableOperator.AlternativeIfNotEmpty => variable is { Value.Length: > 0 }
                ? (Shown(use, written, filled), $"`{use.Name}` is set.")
                : ("nothing", $"`{use.Name}` is empty."),
            _ when variable is not null => (Shown(use, written, variable.Value), Origin(spot, variable)),
            _ => ("nothing", $"`{use.Name}` is not set."),
        };
        var unused = use.Kind == VariableUseKind.Unevaluated ? "\n\nNot used here, as the reference around it has a value already." : "";
        return string.Join("\n\n", new[] { $"**{use.Name}** = {value}", origin + unused, Operator(use, written) }.Where(part => part.Length > 0));
    }

    private static string Shown(string name, string value) => value.Length == 0 ? "*(empty)*" : $"`{SecretNames.Shown(name, SecretTexts.Hide(value)).ReplaceLineEndings("⏎")}`";

    private static string Shown(VariableUse use, string written, string value) => value.Length == 0 ? "*(empty)*" : $"`{SecretTexts.Shown(use, written, value).ReplaceLineEndings("⏎")}`";

    private static string Origin(HoverSpot spot, Variable variable) => variable switch
    {
        { Place: { } place } => $"From `{spot.Name(place)}`.",
        { Source: VariableSource.Compose } => "The project's name, which Compose sets.",
        _ => "From the shell's environment.",
    };

    private static string Operator(VariableUse use, string written)
    {
        var operand = written[use.OperandSpan.Start..use.OperandSpan.End];
        var text = operand.Length == 0 ? "an empty text" : $"`{SecretTexts.Shown(use, written, operand)}`";
        return use.Operator switch
        {
            VariableOperator.DefaultIfEmpty => $"`:-` takes {text} if the variable is unset or empty.",
            VariableOperator.DefaultIfUnset => $"`-` takes {text} if the variable is unset; an empty value stays.",
            VariableOperator.AlternativeIfNotEmpty => $"`:+` takes {text} if the variable is set and not empty, else nothing.",
            VariableOperator.AlternativeIfSet => $"`+` takes {text} if the variable is set, else nothing.",
            VariableOperator.RequiredNotEmpty => "`:?` stops Compose if the variable is unset or empty.",
            VariableOperator.Required => "`?` stops Compose if the variable is unset.",
            _ => "",
        };
    }
}
