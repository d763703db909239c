namespace SalesforceImport.Samples.ImportConsole;

/// <summary>What makes an emulated org the one it is: the same numbers give the same org.</summary>
internal sealed record EmulatedOrgSize(long Leads, long Contacts, int Seed)
{
    public static EmulatedOrgSize Default { get; } = new(1_200, 3_400, 1);

    public override string ToString() => $"--leads {Leads} --contacts {Contacts} --seed {Seed}";
}
