namespace SalesforceImport.Salesforce;

/// <summary>An org that answers.</summary>
/// <param name="OrgId">The org's id.</param>
/// <param name="InstanceUrl">Where its API lives.</param>
/// <param name="ApiVersion">The API version spoken, such as <c>67.0</c>.</param>
/// <param name="ServerTime">The org's clock now; never ahead of it.</param>
internal sealed record OrgConnection(SalesforceId OrgId, Uri InstanceUrl, string ApiVersion, DateTimeOffset ServerTime);
