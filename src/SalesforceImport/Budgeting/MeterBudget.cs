namespace SalesforceImport.Budgeting;

/// <summary>What a meter may spend.</summary>
/// <param name="Ceiling">The most calls of this meter; null while planning, when nothing has been promised yet.</param>
/// <param name="DailyCallCap">The most calls of our own in any 24 hours, whoever makes them; null for no cap.</param>
/// <param name="Reserve">What is left to other integrations.</param>
/// <param name="Run">The run's id; null while planning.</param>
internal sealed record MeterBudget(long? Ceiling, long? DailyCallCap, ApiReserve Reserve, string? Run);
