namespace SalesforceImport.Emulator.Soql;

/// <summary>What a date keyword counts in.</summary>
internal enum DateUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks, which begin on Sunday.</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar quarters, which are the fiscal ones too.</summary>
    Quarter,

    /// <summary>Calendar years, which are the fiscal ones too.</summary>
    Year,
}
