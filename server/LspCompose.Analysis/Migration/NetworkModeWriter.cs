using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>Takes services off Docker's default bridge, or says that they stay there.</summary>
internal static class NetworkModeWriter
{
    /// <summary>True when every part that puts the service on the bridge says so itself and can be edited.</summary>
    public static bool CanLeaveBridge(ComposedService service) => service.Parts.All(part =>
        part.Service.Attribute("network_mode") is null ||
        (part.Service.OwnEntry("network_mode") is { Value: { Anchor: null, Tag: null, IsAlias: false } } entry && !part.Service.IsShared(entry.Span)));

    public static void Write(Layout layout, EditList edits, ServiceChange change)
    {
        if (change.LeavesBridge && change.Service.OwnEntry("network_mode") is { } mode)
        {
            ServiceWriter.DeleteEntry(layout, edits, change.Service, mode);
        }

        if (change.StaysOnBridge)
        {
            ServiceWriter.Append(layout, edits, change.Service, FlowText.Of(change.Service.Body).Entry("network_mode", FlowText.Of(change.Service.Body).Scalar("bridge")));
        }
    }
}
