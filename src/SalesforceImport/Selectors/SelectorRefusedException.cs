namespace SalesforceImport.Selectors;

/// <summary>
/// A selector cannot be planned as things stand: a sync option that it needs is off, or its campaign is inactive or not to
/// be found. The message names the setting or the campaign, and says what to do.
/// </summary>
public sealed class SelectorRefusedException : SalesforceImportException
{
    internal SelectorRefusedException(string message)
        : base(message)
    {
    }
}
