namespace LspCompose.Analysis.Projects.Loading;

/// <summary>What Compose stores at a place, where the YAML value alone does not tell.</summary>
internal enum ValueType
{
    /// <summary>Text; numbers become text.</summary>
    Text,

    /// <summary>Text that is shown also when it is empty.</summary>
    KeptText,

    /// <summary>A boolean, left out when false.</summary>
    Flag,

    /// <summary>A boolean that is shown also when false.</summary>
    KeptFlag,

    /// <summary>A whole number, left out when 0; text is read.</summary>
    Integer,

    /// <summary>A whole number that is shown also when 0; text is read.</summary>
    KeptInteger,

    /// <summary>A whole number from 0; text is refused.</summary>
    Unsigned,

    /// <summary>A number; text is read.</summary>
    Number,

    /// <summary>A number of CPUs as text or number.</summary>
    Cpus,

    /// <summary>A size in bytes, as text in the model; left out when 0.</summary>
    Bytes,

    /// <summary>A time span, shown in Compose's way, <c>1m30s</c>.</summary>
    Duration,

    /// <summary>Permission bits, shown as octal text.</summary>
    FileMode,

    /// <summary><c>all</c> (-1) or a whole number.</summary>
    DeviceCount,

    /// <summary>A text or a list of texts.</summary>
    Texts,

    /// <summary>Texts by name; empty values are empty texts.</summary>
    Labels,

    /// <summary>Texts by name; a name without a value keeps it empty.</summary>
    Environment,

    /// <summary>Words as a list, or a line that is split into words.</summary>
    Command,

    /// <summary>A health check as a list, or a line for the shell.</summary>
    HealthTest,

    /// <summary>Addresses by host name, as a list of <c>HOST=IP</c>.</summary>
    Hosts,

    /// <summary>SSH keys by id.</summary>
    SshKeys,

    /// <summary>A mapping whose empty values are shown as null.</summary>
    Names,

    /// <summary>A mapping that is shown also when it is empty.</summary>
    KeptMapping,

    /// <summary>Taken as written; for extensions.</summary>
    Anything,

    /// <summary>Read by Compose and not shown.</summary>
    Hidden,
}
