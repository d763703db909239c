using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SalesforceImport.Samples.CustomStore.Crm;

/// <summary>Keeps instants as UTC, which SQLite can compare and sort.</summary>
internal sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
