using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>The two faces of a person account: an account with a contact of its own, whose fields it shows.</summary>
internal static class PersonAccountColumns
{
    public static void AddToAccount(ObjectTable table, GeneratorContext context)
    {
        if (!PersonFields.Exist(table.Definition))
        {
            return;
        }

        var (contacts, types) = (context.Ids("Contact"), context.Ids("RecordType"));
        var sizes = context.Sizes;
        bool IsPerson(long account) => account >= sizes.Accounts;
        table.Columns.Add("PersonContactId", (row, cell) =>
            GeneratorContext.WriteId(contacts, IsPerson(row.Row) ? sizes.Contacts + row.Row - sizes.Accounts : -1, cell));
        table.AddSeek("PersonContactId", id => contacts.RowOf(id) is var contact && contact >= sizes.Contacts ? [sizes.Accounts + contact - sizes.Contacts] : []);
        table.Columns.Add("RecordTypeId", (row, cell) => cell.SetId(types.At(IsPerson(row.Row) ? 1 : 0)));
        var link = table.Definition.Field("PersonContactId");
        table.Columns.Derive("IsPersonAccount", (row, cell) =>
        {
            row.Read(link, cell);
            cell.SetBoolean(!cell.IsNull);
        });
        Show(table, table.Definition.Field("Name"), context.Definition("Contact").Field("Name"));
        foreach (var field in table.Definition.Fields)
        {
            if (PersonFields.Of(context.Definition("Contact"), field) is { } shown)
            {
                Show(table, field, shown);
            }
        }
    }

    public static void AddToContact(ObjectTable table)
    {
        if (table.Definition.Find("IsPersonAccount") is null)
        {
            return;
        }

        var account = table.Definition.Field("AccountId");
        table.Columns.Derive("IsPersonAccount", (row, cell) =>
        {
            row.Read(account, cell);
            var person = cell.IsNull ? null : row.Related(cell.Id);
            person?.Read(person.Table.Definition.Field("PersonContactId"), cell);
            cell.SetBoolean(person is not null && cell.Kind == CellKind.Id && cell.Id == row.Id);
        });
    }

    /// <summary>Makes an account's field show that of its contact, where it has one; where not, what it holds itself.</summary>
    public static void Show(ObjectTable accounts, FieldDefinition field, FieldDefinition shown)
    {
        var link = accounts.Definition.Field("PersonContactId");
        accounts.Columns.Override(field, (row, cell) =>
        {
            row.Read(link, cell);
            if (!cell.IsNull && row.Related(cell.Id) is { } contact)
            {
                contact.Read(contact.Table.Definition.Field(shown.Name), cell);
            }
            else
            {
                row.ReadOwn(field, cell);
            }
        });
    }

    /// <summary>The record types of accounts: for businesses and for people.</summary>
    public static ObjectTable BuildRecordTypes(GeneratorContext context)
    {
        var exist = PersonFields.Exist(context.Definition("Account"));
        var table = context.Start("RecordType", exist ? 2 : 0);
        void Text(string field, params byte[][] values) => table.Columns.Add(field, (row, cell) => cell.SetText(values[(int)row.Row % values.Length]));
        Text("Name", "Business Account"u8.ToArray(), "Person Account"u8.ToArray());
        Text("DeveloperName", "Business_Account"u8.ToArray(), "PersonAccount"u8.ToArray());
        Text("SobjectType", "Account"u8.ToArray());
        table.Columns.Add("IsActive", static (_, cell) => cell.SetBoolean(true));
        if (table.Definition.Find("IsPersonType") is not null)
        {
            table.Columns.Add("IsPersonType", static (row, cell) => cell.SetBoolean(row.Row == 1));
        }

        return table;
    }
}
