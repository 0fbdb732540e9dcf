using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Relocation.Data.Storage;

/// <summary>An instant in UTC, for databases that have a type for it and refuse other offsets.</summary>
public sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => instant.ToUniversalTime(),
    instant => instant.ToUniversalTime());
