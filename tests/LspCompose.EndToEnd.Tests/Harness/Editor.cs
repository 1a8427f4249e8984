using Newtonsoft.Json.Linq;

namespace LspCompose.Testing;

/// <summary>What an up-to-date editor announces.</summary>
public static class Editor
{
    public static JObject Capabilities => JObject.FromObject(new
    {
        general = new { positionEncodings = new[] { "utf-16" } },
        workspace = new
        {
            applyEdit = true,
            configuration = true,
            didChangeConfiguration = new { dynamicRegistration = true },
            workspaceEdit = new { documentChanges = true, changeAnnotationSupport = new { groupsOnLabel = true } },
            diagnostics = new { refreshSupport = true },
            inlayHint = new { refreshSupport = true },
        },
        textDocument = new
        {
            publishDiagnostics = new { relatedInformation = true, versionSupport = true },
            hover = new { contentFormat = new[] { "markdown", "plaintext" } },
            codeAction = new { dataSupport = true, isPreferredSupport = true, resolveSupport = new { properties = new[] { "edit" } } },
        },
    });

    /// <summary>The same, and it announces that it can pull diagnostics.</summary>
    public static JObject PullingCapabilities
    {
        get
        {
            var capabilities = Capabilities;
            ((JObject)capabilities.At("textDocument"))["diagnostic"] = new JObject { ["dynamicRegistration"] = true };
            return capabilities;
        }
    }

    /// <summary>A sample file of the repository.</summary>
    public static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name));

    /// <summary>The rule ids of diagnostics, in order.</summary>
    public static IEnumerable<string?> Rules(JToken diagnostics) => diagnostics.Select(diagnostic => (string?)diagnostic["code"]);
}
