using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Matching;

public sealed class SourceRankTests
{
    private static readonly DateTimeOffset Early = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_contributes_comes_first_then_contacts_then_the_oldest_then_the_lowest_id()
    {
        SourceNode[] ranked =
        [
            Node("Contact", 9, Early),
            Node("Contact", 3, Early.AddDays(1)),
            Node("Contact", 4, Early.AddDays(1)),
            Node("Contact", 1, created: null),
            Node("Lead", 8, Early.AddYears(-1)),
            Node("Lead", 7, Early),
            Node("Contact", 2, Early.AddYears(-2), contributes: false),
            Node("Lead", 5, Early.AddYears(-3), contributes: false),
        ];

        ranked.Reverse().Order(SourceRank.Instance).Should().Equal(ranked);
    }

    private static SourceNode Node(string sObject, int number, DateTimeOffset? created, bool contributes = true) => SourceNode.From(
        new StoredSource
        {
            Key = new(SalesforceId.Parse("00D000000000001"), SalesforceId.Parse($"{(sObject == "Lead" ? "00Q" : "003")}{number:D12}")),
            Object = sObject,
            CreatedDate = created,
            Contributes = contributes,
        },
        row: null);
}
