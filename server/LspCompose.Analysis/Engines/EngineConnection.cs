namespace LspCompose.Analysis.Engines;

/// <summary>How things stand with an engine.</summary>
public enum EngineConnection
{
    /// <summary>Nobody looks for one.</summary>
    Off,

    /// <summary>It is being looked for.</summary>
    Looking,

    /// <summary>It answers.</summary>
    Connected,

    /// <summary>There is none at the address.</summary>
    NotFound,

    /// <summary>It is there, but this user may not talk to it.</summary>
    Forbidden,

    /// <summary>It is there, but does not answer in time.</summary>
    NotAnswering,

    /// <summary>What names it is wrong: a context that does not exist, an address that is none, a broken file.</summary>
    Misconfigured,

    /// <summary>It answers with errors.</summary>
    Failed,
}
