using System.Text.Json;

namespace LspCompose.Analysis.Tests.Agreement;

/// <summary>A recorded project and what two versions of Compose said about it.</summary>
internal sealed class ConformanceCase
{
    private readonly JsonElement json;

    private ConformanceCase(JsonElement json)
    {
        this.json = json;
        Project = new RecordedProject(
            json.GetProperty("id").GetString() ?? "",
            json.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString(), StringComparer.Ordinal))
        {
            Flags = [.. Strings("args"), .. Strings("pre"), .. Strings("config")],
            Services = Strings("services"),
            Environment = json.GetProperty("env").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString() ?? "", StringComparer.Ordinal),
        };
    }

    public RecordedProject Project { get; }

    /// <summary>True where variables are left as they are, which is a way of printing and not of judging.</summary>
    public bool IsNotInterpolated => Strings("config").Contains("--no-interpolate");

    /// <summary>The paths whose values were recorded.</summary>
    public IReadOnlyList<string> Shown => json.GetProperty("show") switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString() ?? ""],
        { ValueKind: JsonValueKind.Array } many => [.. many.EnumerateArray().Select(item => item.GetString() ?? "")],
        _ => [],
    };

    public static IReadOnlyList<ConformanceCase> All() =>
        [.. File.ReadLines(SharedData.Find("conformance", "cases.jsonl")).Select(line => new ConformanceCase(JsonDocument.Parse(line).RootElement))];

    public Answer AnswerOf(ComposeTarget target)
    {
        var answer = json.GetProperty(target == ComposeTarget.Latest ? "compose_go_head" : "compose_2_26");
        return new Answer(answer.GetProperty("exit").GetInt32() == 0, answer.GetProperty("stderr").GetString() ?? "", answer.GetProperty("value").GetString());
    }

    private IReadOnlyList<string> Strings(string name) => [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetString() ?? "")];

    internal sealed record Answer(bool IsAccepted, string Message, string? Value);
}
