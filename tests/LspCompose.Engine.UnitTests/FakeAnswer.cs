namespace LspCompose.Engine.UnitTests;

/// <summary>What a made-up engine does with a request.</summary>
internal abstract record FakeAnswer
{
    /// <summary>Answers with JSON.</summary>
    public static FakeAnswer Json(string body) => new Body(200, body);

    /// <summary>Answers with an error as engines do.</summary>
    public static FakeAnswer Error(int status, string message) => new Body(status, $$"""{"message":"{{message}}"}""");

    /// <summary>A whole answer.</summary>
    public sealed record Body(int Status, string Text) : FakeAnswer;

    /// <summary>Bytes that may be anything; the connection is closed after them.</summary>
    public sealed record Raw(string Text) : FakeAnswer;

    /// <summary>Bytes after which nothing more comes, while the connection stays open.</summary>
    public sealed record Hang(string Before = "") : FakeAnswer;

    /// <summary>An answer given once something has happened.</summary>
    public sealed record After(Task Gate, FakeAnswer Then) : FakeAnswer;

    /// <summary>The stream of events.</summary>
    public sealed record Events : FakeAnswer;
}
