using System.Text;
using SalesforceImport.Matching;

namespace SalesforceImport.Tests.Matching;

public sealed class EmailKeyTests
{
    [Fact]
    public void Bytes_and_text_give_one_key_whatever_stands_around_an_email()
    {
        for (char around = '\0'; around < '\u0180'; around++)
        {
            ShouldBeOne($"{around}Ada.Z@Example.COM{around}");
        }

        ShouldBeOne("  \t\r\n ");
        ShouldBeOne(new string('A', 300) + "@example.com");
        ShouldBeOne("İstanbul@ÄÖ.test");
    }

    private static void ShouldBeOne(string email)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(email);
        string? expected = string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant();
        EmailKey.Of(FieldValue.FromUtf8(utf8, 0, utf8.Length)).Should().Be(expected);
        EmailKey.Of(FieldValue.FromText(email)).Should().Be(expected);
    }
}
