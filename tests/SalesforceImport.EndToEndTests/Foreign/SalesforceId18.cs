namespace SalesforceImport.EndToEndTests.Foreign;

/// <summary>The checksum of ids, worked out here once more.</summary>
internal static class SalesforceId18
{
    public static string From(string id)
    {
        string checksum = string.Empty;
        for (int chunk = 0; chunk < 3; chunk++)
        {
            int bits = Enumerable.Range(0, 5).Where(i => char.IsAsciiLetterUpper(id[(chunk * 5) + i])).Sum(i => 1 << i);
            checksum += "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[bits];
        }

        return id + checksum;
    }
}
