using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Queue;

/// <summary>Handles a request that changes the session. It runs alone and in order, so it must be quick and wait for nothing.</summary>
internal interface IMutationHandler<in TParams, TResult>
{
    /// <summary>Returns the session after the request, and the answer.</summary>
    (Session Next, TResult Result) Handle(Session session, TParams parameters);
}
