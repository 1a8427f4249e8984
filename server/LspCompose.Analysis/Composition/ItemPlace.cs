using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Composition;

/// <summary>Where an item of a list is written. Services that share a part through an anchor, a merge key or <c>extends</c> share its items.</summary>
internal readonly record struct ItemPlace(string Path, TextSpan Span);
