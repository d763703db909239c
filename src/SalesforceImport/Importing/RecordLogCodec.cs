using System.Buffers;
using System.Text;
using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>
/// Packs what became of the records of a batch into a few bytes each. Ids are sorted and front-coded: records of one
/// object share most of their id with their neighbour.
/// </summary>
/// <remarks>
/// Format 1, per record: one byte of shared length (of the 15 characters), the rest of the id, one byte of outcome and
/// reason, and, where the top bit of that byte is set, the detail as a length byte pair and UTF-8.
/// </remarks>
internal static class RecordLogCodec
{
    private const byte Format = 1;
    private const int IdLength = 15;
    private const int HasDetail = 0x80;
    private const int LongestDetail = 500;

    public static RecordLog Pack(string sObject, IEnumerable<RecordResult> results)
    {
        RecordResult[] sorted = [.. results];
        Array.Sort(sorted, static (left, right) => left.Id.CompareTo(right.Id));
        var writer = new ArrayBufferWriter<byte>((sorted.Length * 6) + 16);
        Span<byte> previous = stackalloc byte[18];
        Span<byte> current = stackalloc byte[18];
        previous.Clear();
        writer.Write([Format]);
        foreach (var result in sorted)
        {
            result.Id.TryFormat(current);
            int shared = current[..IdLength].CommonPrefixLength(previous);
            bool detailed = !string.IsNullOrEmpty(result.Detail);
            writer.Write([(byte)shared]);
            writer.Write(current[shared..IdLength]);
            writer.Write([(byte)((int)result.Outcome | ((int)result.Reason << 3) | (detailed ? HasDetail : 0))]);
            if (detailed)
            {
                var detail = Encoding.UTF8.GetBytes(result.Detail!.Length > LongestDetail ? result.Detail[..LongestDetail] : result.Detail);
                writer.Write([(byte)(detail.Length >> 8), (byte)detail.Length]);
                writer.Write(detail);
            }

            current.CopyTo(previous);
        }

        return new RecordLog(sObject, sorted[0].Id, sorted[^1].Id, writer.WrittenMemory);
    }

    /// <exception cref="SalesforceImportException">The log was damaged, or written by a newer version.</exception>
    public static List<RecordResult> Unpack(RecordLog log) => [.. Read(log)];

    /// <summary>Unpacks record by record, in the order of ids.</summary>
    /// <exception cref="SalesforceImportException">The log was damaged, or written by a newer version.</exception>
    public static IEnumerable<RecordResult> Read(RecordLog log)
    {
        byte[] id = new byte[IdLength];
        if (log.Data.IsEmpty || log.Data.Span[0] != Format)
        {
            throw Damaged(log);
        }

        for (int at = 1; at < log.Data.Length;)
        {
            yield return Next(log, id, ref at);
        }
    }

    private static RecordResult Next(RecordLog log, Span<byte> id, ref int at)
    {
        var data = log.Data.Span;
        int shared = data[at++];
        int rest = IdLength - shared;
        if (rest < 0 || at + rest >= data.Length)
        {
            throw Damaged(log);
        }

        data.Slice(at, rest).CopyTo(id[shared..]);
        at += rest;
        int code = data[at++];
        string? detail = null;
        if ((code & HasDetail) != 0)
        {
            int length = at + 2 <= data.Length ? (data[at] << 8) | data[at + 1] : int.MaxValue;
            if (length > data.Length - at - 2)
            {
                throw Damaged(log);
            }

            detail = Encoding.UTF8.GetString(data.Slice(at + 2, length));
            at += 2 + length;
        }

        if (!SalesforceId.TryParse(id, out var record))
        {
            throw Damaged(log);
        }

        return new(record, (RecordOutcome)(code & 7), (RecordReason)((code >> 3) & 15), detail);
    }

    private static SalesforceImportException Damaged(RecordLog log) =>
        new($"The record log of {log.Object} {log.First} to {log.Last} cannot be read: it was damaged, or written by a newer version.");
}
