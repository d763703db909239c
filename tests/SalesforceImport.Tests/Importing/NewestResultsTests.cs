using CsCheck;
using SalesforceImport.Importing;
using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing;

public sealed class NewestResultsTests
{
    private static readonly Gen<RecordResult[]> Batch = Gen.Select(
        Gen.Int[0, 30].Array[1, 10],
        Gen.Enum<RecordOutcome>().Array[10],
        (numbers, outcomes) => numbers.Distinct().Select((number, index) => new RecordResult(World.Id("003", number), outcomes[index])).ToArray());

    [Fact]
    public void Of_each_record_the_newest_outcome_is_told_once_in_the_order_of_ids() =>
        Gen.Select(Batch.Array[1, 8], Gen.Int[0, 1_000]).Sample((batches, seed) =>
        {
            var expected = new SortedDictionary<SalesforceId, RecordResult>();
            var logs = new List<StoredRecordLog>();
            foreach (var (index, batch) in batches.Index())
            {
                logs.Add(new(index + 1, RecordLogCodec.Pack("Contact", batch)));
                foreach (var result in batch)
                {
                    expected[result.Id] = result;
                }
            }

            StoredRecordLog[] shuffled = [.. logs];
            new Random(seed).Shuffle(shuffled);
            return NewestResults.Of(shuffled).SequenceEqual(expected.Values);
        });

    [Fact]
    public void No_logs_tell_of_nothing() => NewestResults.Of([]).Should().BeEmpty();
}
