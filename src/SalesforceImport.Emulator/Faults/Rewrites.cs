using System.Text.Json;

namespace SalesforceImport.Emulator.Faults;

/// <summary>The ways in which an answer can be changed.</summary>
internal static class Rewrites
{
    // Bytes from here on begin a character of several bytes.
    private const byte FirstLeadByte = 0xC2;

    private static readonly string[] Addresses = ["type", "url", "nextRecordsUrl", "latestDateCovered", "referenceId"];

    /// <summary>Cuts the body inside the first character of several bytes that follows a number of bytes.</summary>
    public static RewrittenBody CutInsideCharacter(ReadOnlyMemory<byte> body, long after)
    {
        for (var i = (int)Math.Min(after, body.Length); i < body.Length; i++)
        {
            if (body.Span[i] >= FirstLeadByte)
            {
                return new RewrittenBody(body[..(i + 1)], body.Length);
            }
        }

        return new RewrittenBody(body[..^Math.Min(1, body.Length)], body.Length);
    }

    /// <summary>Announces fewer bytes than the body has, and sends no more than that.</summary>
    public static RewrittenBody Shorten(ReadOnlyMemory<byte> body, long by)
    {
        var left = (int)Math.Max(0, body.Length - by);
        return new RewrittenBody(body[..left], left);
    }

    /// <summary>Puts a NUL into the first text of a record: escaped in JSON, as it is in CSV.</summary>
    public static RewrittenBody InsertNul(ReadOnlyMemory<byte> body, string? contentType)
    {
        var isJson = contentType is not null && contentType.Contains("json", StringComparison.OrdinalIgnoreCase);
        var at = isJson ? TextInJson(body.Span) : TextInCsv(body.Span);
        ReadOnlySpan<byte> nul = isJson ? "\\u0000"u8 : "\0"u8;
        return RewrittenBody.Whole(at < 0 ? body : (byte[])[.. body.Span[..at], .. nul, .. body.Span[at..]]);
    }

    private static int TextInJson(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (name, inRecords) = ("", false);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                inRecords |= name == "records";
            }
            else if (inRecords && reader.TokenType == JsonTokenType.String && !Addresses.Contains(name) && !name.EndsWith("Id", StringComparison.Ordinal)
                && !name.EndsWith("Date", StringComparison.Ordinal) && name != "SystemModstamp")
            {
                return (int)reader.TokenStartIndex + 1;
            }
        }

        return -1;
    }

    // The last column of the first row: ids come first as a rule.
    private static int TextInCsv(ReadOnlySpan<byte> csv)
    {
        var header = csv.IndexOf((byte)'\n');
        if (header < 0 || header + 1 >= csv.Length)
        {
            return -1;
        }

        var row = csv[(header + 1)..];
        var end = row.IndexOf((byte)'\n');
        var last = (end < 0 ? row : row[..end]).LastIndexOf(","u8);
        return header + 1 + last + 1 + (last + 1 < row.Length && row[last + 1] == '"' ? 1 : 0);
    }
}
