using System.Text.Json;
using LspCompose.Analysis.Graphs;

namespace LspCompose.Cli.Output;

/// <summary>The pictures of projects for programs.</summary>
internal static class GraphReport
{
    /// <summary>Writes projects as one object, version 1. Each has the pictures of the state asked for.</summary>
    public static void WriteJson(TextWriter output, IReadOnlyList<(IReadOnlyList<string> Files, ProjectPicture Picture)> projects, GraphState state) => JsonOutput.Write(output, json =>
    {
        json.WriteNumber("version", 1);
        json.WriteObjects("projects", projects, project =>
        {
            json.WriteStrings("files", project.Files);
            if (state != GraphState.After)
            {
                WriteGraph(json, "before", project.Picture.Before);
            }

            if (state != GraphState.Before)
            {
                WriteGraph(json, "after", project.Picture.After);
            }
        });
    });

    private static void WriteGraph(Utf8JsonWriter json, string name, ProjectGraph graph)
    {
        json.WriteStartObject(name);
        json.WriteObjects("services", graph.Services, service =>
        {
            json.WriteString("name", service.Name);
            json.WriteString("image", service.Image);
            json.WriteString("networkMode", service.NetworkMode);
            json.WriteBoolean("ambassador", service.IsAmbassador);
            json.WriteStrings("fronts", service.Fronts);
            json.WriteBoolean("circular", service.IsInCircle);
        });
        json.WriteObjects("networks", graph.Networks, network =>
        {
            json.WriteString("name", network.Name);
            json.WriteBoolean("declared", network.IsDeclared);
            json.WriteObjects("members", network.Members, member =>
            {
                json.WriteString("service", member.Service);
                json.WriteStrings("aliases", member.Aliases);
            });
        });
        json.WriteObjects("edges", graph.Edges, edge =>
        {
            json.WriteString("from", edge.From);
            json.WriteString("to", edge.To);
            json.WriteString("kind", GraphEdgeKinds.Attribute(edge.Kind));
            json.WriteString("alias", edge.Alias);
            json.WriteBoolean("outside", edge.LeadsOutside);
            json.WriteBoolean("circular", edge.IsInCircle);
        });
        json.WriteStartArray("circles");
        foreach (var circle in graph.Circles)
        {
            json.WriteStartArray();
            foreach (var service in circle)
            {
                json.WriteStringValue(service);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
