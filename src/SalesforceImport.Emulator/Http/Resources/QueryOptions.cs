using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>Reads <c>Sforce-Query-Options: batchSize=500</c>.</summary>
internal static class QueryOptions
{
    private const string BatchSizeName = "batchSize";

    public static int? BatchSize(HttpRequest request)
    {
        foreach (var option in request.Headers["Sforce-Query-Options"].ToString().Split(',', ';'))
        {
            var parts = option.Split('=', StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && string.Equals(parts[0], BatchSizeName, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                return size;
            }
        }

        return null;
    }
}
