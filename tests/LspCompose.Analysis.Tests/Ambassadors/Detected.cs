using LspCompose.Analysis.Ambassadors;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Ambassadors;

/// <summary>What is detected in a file, in short.</summary>
internal static class Detected
{
    public static IReadOnlyList<Ambassador> In(string text) =>
        Workspace.Empty.WithFile("compose.yaml", SourceText.From(text)).Files.Single().Ambassadors;

    /// <summary>The only ambassador of a file.</summary>
    public static Ambassador One(string text) => Assert.Single(In(text));

    /// <summary>Each ambassador as <c>service certainty</c>.</summary>
    public static string Short(string text) => string.Join(", ", In(text).Select(Show));

    public static string Show(Ambassador ambassador) => $"{ambassador.Service.Name} {ambassador.Certainty}";

    /// <summary>Each forwarded port as <c>6379/tcp db:6379</c>, with what is wrong with it.</summary>
    public static string Forwards(Ambassador ambassador) => string.Join(", ", ambassador.Forwards.Select(forward =>
        $"{forward.ListenPort}/{forward.Protocol} {forward.TargetHost}:{forward.TargetPort}{(forward.Problem == ForwardProblem.None ? "" : $" {forward.Problem}")}"));
}
