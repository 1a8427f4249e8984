using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Interpolation;

/// <summary>A variable's value and who gives it; the place is that of the value in its file, null for other sources.</summary>
internal sealed record Variable(string Value, VariableSource Source, SourcePlace? Place = null);
