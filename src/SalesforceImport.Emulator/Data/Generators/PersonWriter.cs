namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>People: names and their spelling in addresses.</summary>
internal sealed class PersonWriter(ulong seed, uint salt)
{
    public Region RegionOf(long person) => NameTables.Regions[Mix.Pick(Mix.Of(seed, person, salt), NameTables.Regions.Length)];

    /// <summary>The first name; three people of a hundred have none on record.</summary>
    public void WriteFirstName(long person, Cell cell)
    {
        if (person % 33 == 5)
        {
            cell.SetNull();
        }
        else
        {
            cell.SetText(FirstNameOf(person));
        }
    }

    public void WriteLastName(long person, Cell cell) => cell.SetText(LastNameOf(person));

    public byte[] FirstNameOf(long person) => Given(person).Text;

    public byte[] LastNameOf(long person) => Family(person).Text;

    /// <summary>Appends the part of an e-mail address before the @, which nobody else of this kind has.</summary>
    public void AppendLocalPart(long person, Cell cell)
    {
        cell.Append(Given(person).Slug).Append((byte)'.').Append(Family(person).Slug).Append((byte)'.');
        CompanyWriter.AppendNumber(person, cell);
    }

    private NamedWord Given(long person)
    {
        var given = RegionOf(person).Given;
        return given[Mix.Pick(Mix.Of(seed, person, salt + 1), given.Length)];
    }

    private NamedWord Family(long person)
    {
        var family = RegionOf(person).Family;
        return family[Mix.PickHigh(Mix.Of(seed, person, salt + 1), family.Length)];
    }
}
