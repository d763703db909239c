using SalesforceImport.Budgeting;

namespace SalesforceImport.Stores;

/// <summary>One call about to be sent.</summary>
/// <param name="Org">The org's id or, until that is known, its host.</param>
/// <param name="Kind">What the call is for.</param>
/// <param name="At">When.</param>
/// <param name="Run">The run it is for; null while planning.</param>
/// <param name="Cap">The most calls of ours in the window, this one included; null for no cap.</param>
/// <param name="Window">The length of the window: 24 hours.</param>
public sealed record CallCharge(string Org, ApiCallKind Kind, DateTimeOffset At, string? Run, long? Cap, TimeSpan Window);
