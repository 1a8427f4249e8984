using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>initialized</c>: the client is ready for registrations, to be asked for its settings and to watch files.</summary>
internal sealed class InitializedHandler(Registrations registrations, ClientSettings settings, FileWatch watch, FolderSearch search) : INotificationHandler<InitializedParams>
{
    public Session Handle(Session session, InitializedParams parameters)
    {
        registrations.Register(session.Client);
        settings.Subscribe(session.Client);
        watch.Subscribe(session.Client);
        search.Search(session.Client);
        return session;
    }
}

/// <summary><c>shutdown</c>: nothing but <c>exit</c> may follow.</summary>
internal sealed class ShutdownHandler : IMutationHandler<object, object?>
{
    public (Session Next, object? Result) Handle(Session session, object parameters) => (session with { Phase = Phase.ShutDown }, null);
}

/// <summary><c>exit</c>: ends the session, well if <c>shutdown</c> came before.</summary>
internal sealed class ExitHandler(Action<int> exit) : INotificationHandler<object>
{
    public Session Handle(Session session, object parameters)
    {
        exit(session.Phase == Phase.ShutDown ? 0 : 1);
        return session with { Phase = Phase.Exited };
    }
}
