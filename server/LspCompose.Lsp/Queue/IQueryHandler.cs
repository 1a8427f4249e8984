using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Queue;

/// <summary>Handles a request that changes nothing. It gets the session of its place in the queue and runs beside other work.</summary>
internal interface IQueryHandler<in TParams, TResult>
{
    /// <summary>Answers from a snapshot.</summary>
    Task<TResult> HandleAsync(Session snapshot, TParams parameters, CancellationToken cancellation);
}
