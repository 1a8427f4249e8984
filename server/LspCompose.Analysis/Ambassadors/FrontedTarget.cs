using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Something an ambassador stands for, as it is written there; <see cref="Service"/> is null where the file has no such service.</summary>
public sealed record FrontedTarget(string Name, Service? Service);
