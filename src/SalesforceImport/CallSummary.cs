namespace SalesforceImport;

/// <summary>API calls of an import, everything included: planning and every attempt of the run.</summary>
/// <param name="Used">Calls sent. Never less than the org's own log; equal where no connection was lost.</param>
/// <param name="Expected">Calls the plan expected.</param>
/// <param name="Ceiling">Calls that could not have been exceeded.</param>
/// <param name="Planning">Those of the used ones that planning took.</param>
public sealed record CallSummary(long Used, long Expected, long Ceiling, long Planning);
