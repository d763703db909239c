using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Tests.Salesforce;

public sealed class LimitInfoTests
{
    [Theory]
    [InlineData("api-usage=10018/100000", 10018, 100000)]
    [InlineData("api-usage=25/5000; per-app-api-usage=17/250(appName=sample-connected-app)", 25, 5000)]
    [InlineData("per-app-api-usage=17/250(appName=a),api-usage=25/5000", 25, 5000)]
    public void Usage_is_the_orgs_and_not_the_apps(string header, long used, long limit) =>
        LimitInfo.Parse(header).Should().Be(new OrgUsage(used, limit));

    [Theory]
    [InlineData("")]
    [InlineData("per-app-api-usage=17/250(appName=a)")]
    [InlineData("api-usage=many/5000")]
    public void Header_that_says_nothing_is_nothing(string header) => LimitInfo.Parse(header).Should().BeNull();
}
