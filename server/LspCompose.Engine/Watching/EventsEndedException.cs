namespace LspCompose.Engine.Watching;

/// <summary>The stream of events has ended: the engine is gone, or something between has closed the connection.</summary>
internal sealed class EventsEndedException : Exception;
