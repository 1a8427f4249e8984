namespace LspCompose.Analysis.Values;

/// <summary>One port of a container and where the host has it: one number, a range to choose from, or nothing.</summary>
public sealed record PortMapping(string HostIp, string Published, int Target, string Protocol);
