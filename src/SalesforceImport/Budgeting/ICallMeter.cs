namespace SalesforceImport.Budgeting;

/// <summary>
/// Counts every HTTP attempt before it is sent, and refuses the one that would go past what may be spent. One meter
/// serves one plan or one attempt of a run; the org's client is given it with every call.
/// </summary>
internal interface ICallMeter
{
    /// <summary>Charges one attempt. When this returns, the attempt is recorded and may be sent.</summary>
    /// <exception cref="CallRefusedException">The attempt would pass the ceiling, our cap, or the reserve for others.</exception>
    ValueTask ChargeAsync(ApiCallKind kind, CancellationToken cancellationToken);

    /// <summary>Takes note of what the org says it has counted in the last 24 hours.</summary>
    ValueTask ObserveAsync(OrgUsage usage, CancellationToken cancellationToken);
}
