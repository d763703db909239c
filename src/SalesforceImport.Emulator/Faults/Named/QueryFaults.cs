using static SalesforceImport.Emulator.Faults.Named.Bodies;

namespace SalesforceImport.Emulator.Faults.Named;

/// <summary>Faults of queries.</summary>
internal static class QueryFaults
{
    public static IReadOnlyList<NamedFault> All { get; } =
    [
        new("query-timeout", "The query ran for too long.", Query, Error(400, "QUERY_TIMEOUT", "Your query request was running for too long.")),
        new("invalid-locator", "The locator has expired.", QueryMore, FaultAction.ExpireLocator),
        new("operation-too-large", "Too many people and things behind the activities.", Query, Error(400, "OPERATION_TOO_LARGE", "exceeded 100000 distinct who/what's")),
        new("exceeded-id-limit", "More than 600,000 ids.", Records, Error(400, "EXCEEDED_ID_LIMIT", "Can not return more than 600000 ids")),
        new("soql-too-long", "The statement has more than 100,000 characters.", Query, Error(400, "MALFORMED_QUERY", "SOQL statements can not be longer than 100000 characters")),
        new("no-such-column", "A field went while the run was under way.", Query, Error(400, "INVALID_FIELD", "\nselect Id, Company,Email,LastName,SF_date__c, ConvertedContactId from\n                                  ^\nERROR at Row:1:Column:35\nNo such column 'SF_date__c' on entity 'Lead'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.")),
        new("invalid-type", "An object is not there, or not for this user.", Query, Error(400, "INVALID_TYPE", "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.")),
        new("impl-restriction", "The user may not see all data.", Query, Error(400, "API_ERROR", "Implementation restriction: EntitySubscription only allows security evaluation for non-admin users when LIMIT is specified and at most 1000")),
        new("duplicate-page", "A page comes twice.", QueryMore, FaultAction.RepeatPage),
        new("nul-byte", "A text holds a NUL.", Rows, FaultAction.InsertNul),
        new("cometd-replay-expired", "The place to go on from in a stream of events is too old.", "/cometd", Text(400, "400::The replayId {1553783} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.")),
    ];
}
