using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Relocation.Data.Storage;

/// <summary>An instant as fixed-width UTC text, for databases without a type for it: text order is time order. Microseconds, as PostgreSQL
/// keeps them, so that both databases hold the same.</summary>
public sealed class UtcTextConverter() : ValueConverter<DateTimeOffset, string>(
    instant => instant.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture),
    text => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal))
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
}
