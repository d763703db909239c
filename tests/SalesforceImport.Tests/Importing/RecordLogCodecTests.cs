using CsCheck;
using SalesforceImport.Importing;
using SalesforceImport.Matching;

namespace SalesforceImport.Tests.Importing;

public sealed class RecordLogCodecTests
{
    private static readonly Gen<RecordResult> Result = Gen.Select(
        Gen.Char["0123456789ABCDEFGHIJabcdefghij"].Array[12],
        Gen.Enum<RecordOutcome>(),
        Gen.Enum<RecordReason>(),
        Gen.OneOf(Gen.Const((string?)null), Gen.String[1, 40].Select(text => (string?)text)),
        (id, outcome, reason, detail) => new RecordResult(SalesforceId.Parse("003" + new string(id)), outcome, reason, Clean(detail)));

    [Fact]
    public void What_is_packed_is_read_back_in_the_order_of_ids() =>
        Result.List[1, 200].Sample(results =>
        {
            var distinct = results.DistinctBy(result => result.Id).ToList();
            var log = RecordLogCodec.Pack("Contact", distinct);
            return log.First == distinct.Min(result => result.Id)
                && log.Last == distinct.Max(result => result.Id)
                && RecordLogCodec.Unpack(log).SequenceEqual(distinct.OrderBy(result => result.Id));
        });

    [Fact]
    public void Neighbours_take_a_few_bytes_each()
    {
        var results = Enumerable.Range(0, 2000).Select(i => new RecordResult(World.Id("003", i), RecordOutcome.Created));

        RecordLogCodec.Pack("Contact", results).Data.Length.Should().BeLessThan(2000 * 4);
    }

    [Fact]
    public void A_log_cut_short_or_of_another_format_is_refused_and_never_misread()
    {
        var log = RecordLogCodec.Pack("Contact", [new(World.Id("003", 1), RecordOutcome.Failed, RecordReason.ValueMismatch, "because"), new(World.Id("003", 2), RecordOutcome.Created)]);
        for (int length = 0; length < log.Data.Length; length++)
        {
            var cut = log with { Data = log.Data[..length] };
            var read = () => RecordLogCodec.Unpack(cut);
            if (length is 0 || !IsRecordEdge(cut))
            {
                read.Should().Throw<SalesforceImportException>($"only {length} bytes are there");
            }
        }

        ((Action)(() => RecordLogCodec.Unpack(log with { Data = new byte[] { 99, 0 } }))).Should().Throw<SalesforceImportException>();
    }

    private static bool IsRecordEdge(SalesforceImport.Stores.RecordLog log) => log.Data.Length == 1 || log.Data.Length == 1 + 1 + 15 + 1 + 2 + "because".Length;

    private static string? Clean(string? text) =>
        text is null ? null : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
