namespace LspCompose.Analysis.Interpolation;

/// <summary>Who gives a variable its value.</summary>
internal enum VariableSource
{
    /// <summary>The shell Compose is run from.</summary>
    Shell,

    /// <summary>A file of variables, such as <c>.env</c>.</summary>
    File,

    /// <summary>Compose itself, for instance the project's name.</summary>
    Compose,
}
