namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>What a link told its consumer under a name.</summary>
internal enum LinkVariableKind
{
    /// <summary><c>DB_PORT</c>: the URL of the lowest exposed port.</summary>
    DefaultUrl,

    /// <summary><c>DB_PORT_5432_TCP</c>: the URL of a port.</summary>
    Url,

    /// <summary><c>DB_PORT_5432_TCP_ADDR</c>: the address.</summary>
    Address,

    /// <summary><c>DB_PORT_5432_TCP_PORT</c>: the number of a port.</summary>
    Port,

    /// <summary><c>DB_PORT_5432_TCP_PROTO</c>: the protocol of a port.</summary>
    Protocol,

    /// <summary><c>DB_PORT_5432_TCP_START</c> and its like: an end of a run of ports.</summary>
    Range,

    /// <summary><c>DB_NAME</c>: the link's own name.</summary>
    LinkName,

    /// <summary><c>DB_ENV_X</c>: a variable of the target.</summary>
    TargetVariable,

    /// <summary><c>db_1</c>, <c>db-1</c> or <c>project_db_1</c>: a host name with the container's number.</summary>
    NumberedHost,
}
