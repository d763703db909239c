using SalesforceImport.Importing;
using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing;

public sealed class KnownKeysTests
{
    [Fact]
    public void What_was_put_is_never_denied_and_little_else_is_affirmed()
    {
        var keys = new KnownKeys(10_000);
        for (int i = 0; i < 10_000; i++)
        {
            keys.Add(Record(i));
        }

        Enumerable.Range(0, 10_000).Should().OnlyContain(i => keys.MayHold(World.Id("003", i)) && keys.MayHold(World.Id("00Q", i)) && keys.MayHold($"p{i}@x.test"));
        Enumerable.Range(10_000, 10_000).Count(i => keys.MayHold(World.Id("003", i))).Should().BeLessThan(300);
        Enumerable.Range(10_000, 10_000).Count(i => keys.MayHold($"p{i}@x.test")).Should().BeLessThan(300);
    }

    private static IncomingRecord Record(int i) => new()
    {
        Source = new StoredSource
        {
            Key = new SourceKey(BatchHarness.Org, World.Id("003", i)),
            Object = "Contact",
            Email = $"p{i}@x.test",
            LinkedTo = World.Id("00Q", i),
        },
        Values = [],
    };
}
