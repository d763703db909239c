namespace SalesforceImport.Budgeting;

/// <summary>What the rule of thumb, three calls per record, says of a number of records against a daily limit.</summary>
/// <param name="Records">The records.</param>
/// <param name="Calls">Three calls for each.</param>
/// <param name="DailyLimit">The calls allowed in a day.</param>
/// <param name="Fits">Whether the calls fit the limit.</param>
/// <param name="Shortfall">Calls missing; 0 when they fit.</param>
/// <param name="Days">Days that the calls take at the limit; 1 when they fit, null when the limit is 0.</param>
public sealed record RuleOfThumbVerdict(long Records, long Calls, long DailyLimit, bool Fits, long Shortfall, int? Days);
