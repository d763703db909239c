using System.Diagnostics;

namespace SalesforceImport.EndToEndTests.Support;

/// <summary>Starts programs for which a read-only file is one.</summary>
internal static class OrdinaryUser
{
    /// <summary>The superuser may write to read-only files, so that the program has to run as somebody else.</summary>
    public static ProcessStartInfo AsOrdinaryUser(this ProcessStartInfo start)
    {
        const string SetPriv = "/usr/bin/setpriv";
        if (!Environment.IsPrivilegedProcess)
        {
            return start;
        }

        Assert.SkipUnless(File.Exists(SetPriv), "The superuser writes to read-only files, and setpriv is not there to be somebody else.");
        string[] arguments = ["--reuid=65534", "--regid=65534", "--clear-groups", start.FileName, .. start.ArgumentList];
        start.FileName = SetPriv;
        start.ArgumentList.Clear();
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
