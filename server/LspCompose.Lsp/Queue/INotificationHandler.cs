using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Queue;

/// <summary>Handles a notification, which changes the session. It runs alone and in order, so it must be quick and wait for nothing.</summary>
internal interface INotificationHandler<in TParams>
{
    /// <summary>Returns the session after the notification.</summary>
    Session Handle(Session session, TParams parameters);
}
