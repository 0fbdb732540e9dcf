using System.Text.Json;
using System.Text.Json.Serialization;
using Relocation.Data.Documents;

namespace Relocation.Web.Api.Json;

/// <summary>How records look on the wire: camel case, enums by name, ids as text, sizes in bytes, rates in bits per second.</summary>
public static class ApiJson
{
    /// <summary>Adds the converters. Members the API does not know are refused, so that a misspelt one is not silently ignored.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new WrapperConverterFactory());
        options.Converters.Add(new JsonStringEnumConverter());
    }
}
