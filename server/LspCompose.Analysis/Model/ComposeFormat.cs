namespace LspCompose.Analysis.Model;

/// <summary>Which generation of the Compose file format a file is written in.</summary>
public enum ComposeFormat
{
    /// <summary>Services under <c>services:</c> (or none yet): the current format.</summary>
    Current,

    /// <summary>Services at the root of the file: the first format, which only docker-compose 1.x reads.</summary>
    Legacy,
}
