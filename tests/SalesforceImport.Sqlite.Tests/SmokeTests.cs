namespace SalesforceImport.Sqlite.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Runs() => true.Should().BeTrue();
}
