namespace LspCompose.Analysis.Symbols;

/// <summary>What a name of a Compose file stands for.</summary>
public enum SymbolKind
{
    /// <summary>A service.</summary>
    Service,

    /// <summary>A network of the project.</summary>
    Network,

    /// <summary>A named volume.</summary>
    Volume,

    /// <summary>A config.</summary>
    Config,

    /// <summary>A secret.</summary>
    Secret,

    /// <summary>An AI model.</summary>
    Model,

    /// <summary>A profile; every service that lists it defines it.</summary>
    Profile,

    /// <summary>A YAML anchor, of one file.</summary>
    Anchor,

    /// <summary>A variable texts are filled in from.</summary>
    Variable,

    /// <summary>A container by its fixed name (<c>container_name</c>).</summary>
    Container,

    /// <summary>A further name of a service: of a link for the service that has it, of a network for all on it.</summary>
    Alias,

    /// <summary>A text that names a host; <see cref="ProjectSymbols"/> tells which service, alias or container answers to it, if any.</summary>
    Host,
}
