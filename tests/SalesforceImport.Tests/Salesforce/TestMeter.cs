using SalesforceImport.Budgeting;

namespace SalesforceImport.Tests.Salesforce;

/// <summary>Counts what is charged, and refuses past a ceiling.</summary>
internal sealed class TestMeter(int ceiling = int.MaxValue) : ICallMeter
{
    private readonly Lock _gate = new();
    private readonly List<ApiCallKind> _charges = [];
    private readonly List<OrgUsage> _observed = [];

    public IReadOnlyList<ApiCallKind> Charges
    {
        get
        {
            lock (_gate)
            {
                return [.. _charges];
            }
        }
    }

    public IReadOnlyList<OrgUsage> Observed
    {
        get
        {
            lock (_gate)
            {
                return [.. _observed];
            }
        }
    }

    public ValueTask ChargeAsync(ApiCallKind kind, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_charges.Count >= ceiling)
            {
                throw new CallRefusedException(CallRefusal.Ceiling, "The ceiling is reached.", null);
            }

            _charges.Add(kind);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ObserveAsync(OrgUsage usage, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _observed.Add(usage);
        }

        return ValueTask.CompletedTask;
    }
}
