using SalesforceImport.Emulator.Data.Relations;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>What the generators of one org share.</summary>
internal sealed class GeneratorContext
{
    private readonly Dictionary<string, ObjectDefinition> _objects;
    private readonly IdSpace[] _ids;

    public GeneratorContext(OrgSizes sizes, IReadOnlyList<ObjectDefinition> objects)
    {
        Relations = new OrgRelations(sizes);
        _objects = objects.ToDictionary(definition => definition.Name, StringComparer.Ordinal);
        _ids = [.. objects.Select(definition => new IdSpace(definition.KeyPrefix, sizes.Seed))];
        Accounts = new CompanyWriter(sizes.Seed, 0xA0);
        Contacts = new PersonWriter(sizes.Seed, 0xC0);
        Leads = new PersonWriter(sizes.Seed, 0x10);
        LeadCompanies = new CompanyWriter(sizes.Seed, 0x1A);
        Emails = new EmailWriter(this);
    }

    public OrgRelations Relations { get; }

    public OrgSizes Sizes => Relations.Sizes;

    public ulong Seed => Sizes.Seed;

    public CompanyWriter Accounts { get; }

    public CompanyWriter LeadCompanies { get; }

    public PersonWriter Contacts { get; }

    public PersonWriter Leads { get; }

    public EmailWriter Emails { get; }

    /// <summary>Whether the org has an object; some come with a feature.</summary>
    public bool Has(string objectName) => _objects.ContainsKey(objectName);

    public ObjectDefinition Definition(string objectName) => _objects[objectName];

    public IdSpace Ids(string objectName) => _ids[_objects[objectName].Index];

    /// <summary>Starts an object's table with the columns that every object has.</summary>
    public ObjectTable Start(string objectName, long count, TimeSpan? life = null)
    {
        var definition = _objects[objectName];
        var table = new ObjectTable(definition, count, Ids(objectName), new Timeline(count, life));
        SystemColumns.AddTo(table, this);
        return table;
    }

    /// <summary>Writes the id of a row of another object; null where the row is negative.</summary>
    public static void WriteId(IdSpace ids, long row, Cell cell)
    {
        if (row < 0)
        {
            cell.SetNull();
        }
        else
        {
            cell.SetId(ids.At(row));
        }
    }
}
