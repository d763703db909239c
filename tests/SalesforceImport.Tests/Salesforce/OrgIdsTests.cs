using SalesforceImport.Salesforce.SignIn;

namespace SalesforceImport.Tests.Salesforce;

public sealed class OrgIdsTests
{
    [Theory]
    [InlineData("https://login.salesforce.com/id/00Dxx0000001gEREAY/005xx000001SwiUAAS", "00Dxx0000001gEREAY")]
    [InlineData("https://login.salesforce.com/id/00Dx0000000BV7z/005x00000012Q9P", "00Dx0000000BV7zEAG")]
    [InlineData("https://login.salesforce.com/id/foo/bar", null)]
    [InlineData("https://login.salesforce.com/", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    public void Identity_address_holds_the_id(string? url, string? expected) =>
        (OrgIds.FromIdentityUrl(url)?.ToString()).Should().Be(expected);

    [Theory]
    [InlineData("00Dx0000000BV7z!AQ.token", "00Dx0000000BV7zEAG")]
    [InlineData("005x0000000BV7z!AQ.token", null)]
    [InlineData("eyJhbGciOi.eyJ.sig", null)]
    public void Opaque_token_begins_with_the_id(string token, string? expected) =>
        (OrgIds.FromToken(token)?.ToString()).Should().Be(expected);
}
