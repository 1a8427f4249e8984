using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace LspCompose.Lsp.Protocol;

/// <summary>Turns protocol records into JSON and back: camel case, absent instead of null, <c>required</c> members must be there.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "This assembly, which holds all records, is kept whole.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only reference types are constructed by reflection.")]
internal static class ProtocolJson
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new ProtocolContractResolver(),
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        Converters = [new RangeWriter()],
    });

    /// <summary>Writes a record as JSON.</summary>
    public static JToken ToToken(object value) => value as JToken ?? JToken.FromObject(value, Serializer);

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">The JSON has another shape.</exception>
    public static T To<T>(JToken json)
        where T : class
    {
        try
        {
            return json.ToObject<T>(Serializer) ?? throw new JsonSerializationException($"A {typeof(T).Name} is needed.");
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            throw new JsonSerializationException(e.Message, e);
        }
    }

    private sealed class ProtocolContractResolver : CamelCasePropertyNamesContractResolver
    {
        public ProtocolContractResolver() => NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: false);

        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            if (member.IsDefined(typeof(RequiredMemberAttribute)) && property.Required == Required.Default)
            {
                property.Required = Required.Always;
            }

            return property;
        }
    }

    // An outline holds ten thousand ranges; reading each member by reflection takes most of its time.
    private sealed class RangeWriter : JsonConverter
    {
        public override bool CanRead => false;

        public override bool CanConvert(Type objectType) => objectType == typeof(Range);

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
        {
            if (value is not Range range)
            {
                writer.WriteNull();
                return;
            }

            writer.WriteStartObject();
            Write(writer, "start", range.Start);
            Write(writer, "end", range.End);
            writer.WriteEndObject();
        }

        public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
            throw new NotSupportedException("Ranges are read as any other record.");

        private static void Write(JsonWriter writer, string name, Position position)
        {
            writer.WritePropertyName(name);
            writer.WriteStartObject();
            writer.WritePropertyName("line");
            writer.WriteValue(position.Line);
            writer.WritePropertyName("character");
            writer.WriteValue(position.Character);
            writer.WriteEndObject();
        }
    }
}
