namespace LspCompose.Analysis.Ambassadors;

/// <summary>How an ambassador finds what it stands for.</summary>
public enum AmbassadorKind
{
    /// <summary>Asks the Docker engine for the containers named in its command (<c>-name</c>) and proxies their ports.</summary>
    ContainerNames,

    /// <summary>Reads link variables or arguments and forwards ports with socat or a proxy, often to another host.</summary>
    PortForwarder,

    /// <summary>Asks a registry such as etcd.</summary>
    Registry,

    /// <summary>Asks the Docker engine for the <c>BACKEND_</c> variables or <c>connect.</c> labels of whoever connects.</summary>
    ConsumerVariables,

    /// <summary>The file does not tell how; it only stands between the services that link it.</summary>
    Unspecified,
}
