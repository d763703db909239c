namespace SalesforceImport.Budgeting;

/// <summary>Why a call was refused before it was sent.</summary>
public enum CallRefusal
{
    /// <summary>The run's ceiling is reached.</summary>
    Ceiling,

    /// <summary>Our own daily cap is reached.</summary>
    DailyCap,

    /// <summary>What is left of the org's limit is reserved for other integrations, or nothing is left.</summary>
    OrgLimit,
}
