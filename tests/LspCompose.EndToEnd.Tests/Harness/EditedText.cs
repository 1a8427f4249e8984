using Newtonsoft.Json.Linq;

namespace LspCompose.Testing;

/// <summary>Applies text edits of the protocol to a text as an editor does, with its own arithmetic (UTF-16, lines end at LF).</summary>
public static class EditedText
{
    /// <summary>The text after the edits of one document, in whichever form the workspace edit has.</summary>
    public static string Apply(string text, JToken workspaceEdit, string uri)
    {
        var edits = workspaceEdit["changes"]?[uri] ?? workspaceEdit["documentChanges"]?.Single(change => (string?)change["textDocument"]?["uri"] == uri)["edits"] ?? new JArray();
        return edits
            .Select(edit => (Start: Offset(text, edit["range"]?["start"]), End: Offset(text, edit["range"]?["end"]), New: (string?)edit["newText"]))
            .Index()
            .OrderByDescending(edit => edit.Item.Start).ThenByDescending(edit => edit.Item.End).ThenByDescending(edit => edit.Index)
            .Aggregate(text, (result, edit) => result[..edit.Item.Start] + edit.Item.New + result[edit.Item.End..]);
    }

    private static int Offset(string text, JToken? position)
    {
        var start = 0;
        for (var line = (int)(position?["line"] ?? 0); line > 0; line--)
        {
            start = text.IndexOf('\n', start) + 1;
        }

        return start + (int)(position?["character"] ?? 0);
    }
}
