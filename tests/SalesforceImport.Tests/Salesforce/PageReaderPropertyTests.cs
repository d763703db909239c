using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Reading;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Tests.Salesforce;

public sealed class PageReaderPropertyTests
{
    private static readonly QueryColumn[] Columns =
    [
        new("Id", PropertyType.Text),
        new("Text", PropertyType.Text),
        new("Whole", PropertyType.Integer),
        new("Number", PropertyType.Decimal),
        new("Flag", PropertyType.Boolean),
        new("Day", PropertyType.Date),
        new("At", PropertyType.DateTime),
        new("Parent.Name", PropertyType.Text),
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[0, 40].Select(WithoutHalfCharacters),
        Gen.String[Gen.Char["abc \"\\/\n\t\u0001é日😀"], 0, 200].Select(WithoutHalfCharacters));

    private static readonly Gen<DateTimeOffset> Instants =
        Gen.Long[0, 253_402_300_799_999].Select(DateTimeOffset.FromUnixTimeMilliseconds);

    private static readonly Gen<Values> Records = Gen.Select(
        Texts.Null(),
        Gen.Long.Nullable(),
        Gen.Decimal.Nullable(),
        Gen.Bool.Nullable(),
        Gen.Date.Nullable(),
        Instants.Nullable(),
        Texts.Null(),
        Gen.Int[0, 3],
        (text, whole, number, flag, day, at, parent, rotate) => new Values(text, whole, number, flag, day, at, parent, rotate));

    [Fact]
    public async Task Whatever_a_record_holds_comes_out_as_it_went_in() => await Gen.Select(Records.List[0, 12], Gen.Int[1, 200], Gen.Int[1, 5]).SampleAsync(
        async (records, piece, rowsPerBatch) =>
        {
            byte[] page = JsonSerializer.SerializeToUtf8Bytes(new JsonObject
            {
                ["totalSize"] = records.Count,
                ["done"] = true,
                ["records"] = new JsonArray([.. records.Select((record, index) => record.ToJson(index))]),
            });

            var read = await ReadAsync(page, piece, rowsPerBatch);

            read.Should().Equal(records.Select((record, index) => record.Expected(index)));
        },
        iter: 300);

    private static async Task<List<string>> ReadAsync(byte[] page, int piece, int rowsPerBatch)
    {
        var builder = new RecordBatchBuilder(Columns, rowsPerBatch, int.MaxValue);
        var sink = new QueryPageSink("Thing", Columns, ColumnNode.Build(Columns), builder);
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new CutStream(page, piece, every: true)) };
        using var tokens = new JsonTokenStream(new ResponseBody(response, OrgHarness.Settings(), TimeProvider.System), sink, 16);
        var rows = new List<string>();
        while (await tokens.RunAsync(CancellationToken.None))
        {
            Add(builder.TakeReady(), rows);
        }

        Add(builder.TakeReady(), rows);
        Add(builder.Build(null, isLast: true), rows);
        return rows;
    }

    private static void Add(RecordBatch? batch, List<string> rows)
    {
        batch?.Problems.Should().BeEmpty();
        for (int row = 0; row < (batch?.Count ?? 0); row++)
        {
            rows.Add(string.Join('|', batch!.Row(row).ToArray().Select(value => value.IsNull ? "-" : $"{value.Type}:{value}")));
        }
    }

    private static string WithoutHalfCharacters(string text) =>
        new([.. text.Where(c => c != '\0' && !char.IsSurrogate(c))]);

    internal sealed record Values(
        string? Text, long? Whole, decimal? Number, bool? Flag, DateTime? Day, DateTimeOffset? At, string? Parent, int Rotate)
    {
        public JsonObject ToJson(int index)
        {
            KeyValuePair<string, JsonNode?>[] fields =
            [
                new("attributes", new JsonObject { ["type"] = "Thing" }),
                new("Id", Id(index)),
                new("Text", Text),
                new("Whole", Whole),
                new("Number", Number),
                new("Flag", Flag),
                new("Day", Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new("At", At?.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture)),
                new("Parent", Parent is null ? null : new JsonObject { ["Name"] = Parent }),
            ];
            return new JsonObject([.. fields.Skip(Rotate), .. fields.Take(Rotate)]);
        }

        public string Expected(int index) => string.Join(
            '|',
            new[]
            {
                FieldValue.FromText(Id(index)),
                FieldValue.FromText(Text),
                Whole is { } whole ? FieldValue.FromInteger(whole) : FieldValue.Null,
                Number is { } number ? FieldValue.FromDecimal(number) : FieldValue.Null,
                Flag is { } flag ? FieldValue.FromBoolean(flag) : FieldValue.Null,
                Day is { } day ? FieldValue.FromDate(DateOnly.FromDateTime(day)) : FieldValue.Null,
                At is { } at ? FieldValue.FromDateTime(at) : FieldValue.Null,
                FieldValue.FromText(Parent),
            }.Select(value => value.IsNull ? "-" : $"{value.Type}:{value}"));

        private static string Id(int index) => SalesforceId.Parse($"a00xx{index:D10}").ToString();
    }
}
