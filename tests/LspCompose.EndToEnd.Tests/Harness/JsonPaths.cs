using Newtonsoft.Json.Linq;

namespace LspCompose.Testing;

/// <summary>Reads what must be there.</summary>
public static class JsonPaths
{
    /// <summary>The token at a path; its absence fails with the whole message.</summary>
    public static JToken At(this JToken? token, string path) => token?.SelectToken(path) ?? throw new InvalidOperationException($"There is no {path} in {token}");
}
