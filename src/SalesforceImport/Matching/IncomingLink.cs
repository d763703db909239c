using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>A record from the org that says which two records belong together.</summary>
/// <param name="Id">The record.</param>
/// <param name="Link">What it says; null where it ties nothing that is imported.</param>
/// <param name="LeftOut">Why it ties nothing.</param>
/// <param name="Newest">What makes one opportunity of a contact newer than another; null where that is not known.</param>
internal sealed record IncomingLink(SalesforceId Id, StoredLink? Link, RecordReason LeftOut = RecordReason.None, DateTimeOffset? Newest = null);
