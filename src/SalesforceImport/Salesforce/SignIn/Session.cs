namespace SalesforceImport.Salesforce.SignIn;

/// <summary>A session with an org. A class, not a record: it must never print its token.</summary>
internal sealed class Session(string accessToken, Uri instanceUrl, SalesforceId? orgId)
{
    public string AccessToken { get; } = accessToken;

    public Uri InstanceUrl { get; } = instanceUrl;

    /// <summary>The org's id, where the sign-in or the token itself told it.</summary>
    public SalesforceId? OrgId { get; } = orgId;
}
