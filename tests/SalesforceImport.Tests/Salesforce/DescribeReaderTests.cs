using System.Net;
using System.Text;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Reading;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Tests.Salesforce;

public sealed class DescribeReaderTests
{
    private const string Lead =
        """
        {"label":"L\ud83d","childRelationships":[{"field":"x","fields":[{"name":"no","type":"no"}]}],"name":"Lead","keyPrefix":"00Q",
         "fields":[{"name":"Email","type":"email","length":80,"filterable":true,"picklistValues":[{"label":"\ude00","name":"no"}],"referenceTo":[]},
                   {"referenceTo":["User","Group"],"name":"OwnerId","type":"reference","relationshipName":"Owner","calculated":false}],"urls":{"name":"no"}}
        """;

    [Fact]
    public async Task Description_reads_the_same_wherever_the_network_cuts_it()
    {
        byte[] json = Encoding.UTF8.GetBytes(Lead);
        for (int cut = 1; cut < json.Length; cut++)
        {
            var lead = await ReadAsync(new CutStream(json, cut));

            lead.Name.Should().Be("Lead");
            lead.KeyPrefix.Should().Be("00Q");
            lead.Fields.Should().BeEquivalentTo(
                new SObjectField[]
                {
                    new("Email", "email", 80, true, false, null, []),
                    new("OwnerId", "reference", 0, false, false, "Owner", ["User", "Group"]),
                },
                $"the answer was cut at {cut}");
        }
    }

    [Fact]
    public async Task No_beginning_of_a_description_passes_for_one()
    {
        byte[] json = Encoding.UTF8.GetBytes(Lead);
        for (int length = 0; length < json.Length - 1; length++)
        {
            var failure = await Record.ExceptionAsync(() => ReadAsync(new MemoryStream(json, 0, length)));

            failure.Should().BeOfType<OrgUnavailableException>($"{length} bytes are not the whole description");
        }
    }

    private static async Task<SObjectDescription> ReadAsync(Stream stream)
    {
        var sink = new DescribeSink("Lead");
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream) };
        using var tokens = new JsonTokenStream(new ResponseBody(response, OrgHarness.Settings(), TimeProvider.System), sink, 16);
        (await tokens.RunAsync(TestContext.Current.CancellationToken)).Should().BeFalse();
        return sink.Result();
    }
}
