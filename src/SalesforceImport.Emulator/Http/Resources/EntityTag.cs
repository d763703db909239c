using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>
/// The tags by which clients tell whether something has changed. Of records, only accounts have one; of schemas, requests are
/// told apart by date alone.
/// </summary>
internal static class EntityTag
{
    /// <summary>The tag of what last changed at a moment.</summary>
    public static string Of(ulong subject, DateTimeOffset changed) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{(uint)Mix.Of(subject, changed.ToUnixTimeMilliseconds(), 0xE7):x8}\"");

    /// <summary>The tag of a record; null for those that have none.</summary>
    public static string? Of(RowReader row)
    {
        if (row.Table.Definition.Name != "Account")
        {
            return null;
        }

        var cell = new Cell();
        row.Read(row.Table.Definition.Field("SystemModstamp"), cell);
        return Of(row.Id.Low, DateTimeOffset.FromUnixTimeMilliseconds(cell.Integer));
    }

    /// <summary>Whether a request names a tag, or any by an asterisk. Tags of compressed answers count as those of plain ones.</summary>
    public static bool Matches(StringValues header, string tag) => header
        .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Any(value => value == "*" || value.Replace("-gzip\"", "\"", StringComparison.Ordinal) == tag);

    /// <summary>Refuses a request for a record that is no longer as the caller knows it.</summary>
    /// <exception cref="ApiException">The tag asked for is not the record's.</exception>
    public static void Require(HttpRequest request, string? tag)
    {
        var wanted = request.Headers.IfMatch;
        if (tag is not null && wanted.Count > 0 && !Matches(wanted, tag))
        {
            throw new ApiException(412, "PRECONDITION_FAILED", "The record has changed since it was read");
        }
    }
}
