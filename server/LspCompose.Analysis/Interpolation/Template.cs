namespace LspCompose.Analysis.Interpolation;

/// <summary>Puts the values of variables into a text as Compose does: https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md.</summary>
public static class Template
{
    /// <summary>How many characters the values of variables may add to one text or file: far more than anyone means, and little enough to hold.</summary>
    internal const int MaximumGrowth = 1 << 20;

    /// <summary>
    /// The text with its variables replaced, and where every part of it comes from. The lookup gets a name as it is written and answers null for a variable that is not set.
    /// </summary>
    public static TemplateResult Substitute(string text, Func<string, string?> lookup, TemplateMode mode = TemplateMode.Lazy)
    {
        var room = MaximumGrowth;
        return Substitute(text, lookup, mode, ref room);
    }

    /// <summary>The same for one of the texts that share the room there is for the values of variables.</summary>
    internal static TemplateResult Substitute(string text, Func<string, string?> lookup, TemplateMode mode, ref int room)
    {
        if (!text.Contains('$'))
        {
            return new TemplateResult(text, [], [], []);
        }

        var evaluator = new TemplateEvaluator(text, lookup, mode, room);
        var result = evaluator.Run();
        room = evaluator.Room;
        return result;
    }
}
