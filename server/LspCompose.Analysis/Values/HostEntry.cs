using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>A host name and the addresses it stands for; Compose does not check those.</summary>
public sealed record HostEntry(string Host, IReadOnlyList<string> Addresses, TextSpan HostSpan, TextSpan AddressesSpan);
