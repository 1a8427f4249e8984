using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>A port of a container, as an item of <c>ports</c> or <c>expose</c> declares it.</summary>
internal readonly record struct ContainerPort(int Number, string Protocol, YamlNode Item);
