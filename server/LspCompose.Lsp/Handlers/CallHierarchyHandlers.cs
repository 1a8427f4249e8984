using LspCompose.Analysis.Features.Navigation;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/prepareCallHierarchy</c>: services are called by those that depend on them.</summary>
internal sealed class CallHierarchyPrepareHandler(ProjectFiles files) : IQueryHandler<CallHierarchyPrepareParams, IReadOnlyList<CallHierarchyItem>?>
{
    public async Task<IReadOnlyList<CallHierarchyItem>?> HandleAsync(Session snapshot, CallHierarchyPrepareParams parameters, CancellationToken cancellation) =>
        await Cursor.SettledAsync(files, snapshot, parameters.TextDocument, parameters.Position, cancellation).ConfigureAwait(false) is { } cursor
            && DependencyHierarchy.At(cursor.Workspace, cursor.Path, cursor.Offset) is { } item
            ? [ToItem(cursor, item)]
            : null;

    /// <summary>A service as the client gets it.</summary>
    public static CallHierarchyItem ToItem(Cursor cursor, HierarchyItem item) => new()
    {
        Name = item.Name,
        Kind = SymbolKind.Class,
        Detail = item.Image,
        Uri = cursor.Session.UriOf(item.Path),
        Range = cursor.RangeIn(item.Path, item.Whole),
        SelectionRange = cursor.RangeIn(item.Path, item.Span),
    };
}

/// <summary><c>callHierarchy/incomingCalls</c>: who depends on a service.</summary>
internal sealed class CallHierarchyIncomingHandler : IQueryHandler<CallHierarchyIncomingCallsParams, IReadOnlyList<CallHierarchyIncomingCall>>
{
    public Task<IReadOnlyList<CallHierarchyIncomingCall>> HandleAsync(Session snapshot, CallHierarchyIncomingCallsParams parameters, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<CallHierarchyIncomingCall>>(
        Cursor.InAny(snapshot, parameters.Item.Uri, parameters.Item.SelectionRange.Start) is { } cursor
            ? [
                .. DependencyHierarchy.Incoming(cursor.Workspace, cursor.Path, cursor.Offset, cancellation).Select(call => new CallHierarchyIncomingCall
                {
                    From = CallHierarchyPrepareHandler.ToItem(cursor, call.Other),
                    FromRanges = [.. call.Places.Select(span => cursor.RangeIn(call.Other.Path, span))],
                }),
            ]
            : []);
}

/// <summary><c>callHierarchy/outgoingCalls</c>: what a service depends on.</summary>
internal sealed class CallHierarchyOutgoingHandler : IQueryHandler<CallHierarchyOutgoingCallsParams, IReadOnlyList<CallHierarchyOutgoingCall>>
{
    public Task<IReadOnlyList<CallHierarchyOutgoingCall>> HandleAsync(Session snapshot, CallHierarchyOutgoingCallsParams parameters, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<CallHierarchyOutgoingCall>>(
        Cursor.InAny(snapshot, parameters.Item.Uri, parameters.Item.SelectionRange.Start) is { } cursor
            ? [
                .. DependencyHierarchy.Outgoing(cursor.Workspace, cursor.Path, cursor.Offset, cancellation).Select(call => new CallHierarchyOutgoingCall
                {
                    To = CallHierarchyPrepareHandler.ToItem(cursor, call.Other),
                    FromRanges = [.. call.Places.Select(span => cursor.RangeIn(cursor.Path, span))],
                }),
            ]
            : []);
}
