using SalesforceImport.Emulator.Data.Generators;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>Adds custom objects and fields to an org.</summary>
internal static class SchemaEditor
{
    public static OrgSnapshot AddField(OrgSnapshot snapshot, ObjectDefinition definition, EmulatedField custom, DateTimeOffset now)
    {
        if (definition.Find(custom.Name) is not null)
        {
            throw new ArgumentException($"{definition.Name} has a field '{custom.Name}' already.", nameof(custom));
        }

        var field = CustomSchema.Define(custom, definition.Fields.Count);
        if (custom.DefaultValue is { } value)
        {
            ValueConverter.Convert(snapshot.Schema, field, value);
        }

        var next = AddPersonField(snapshot.With(snapshot.Tables[definition].With(definition.With(field)), now), definition, custom, field, now);
        if (CustomSchema.Back(definition.Name, custom) is not { } back)
        {
            return next;
        }

        var target = next.Schema.FindAnyObject(custom.ReferenceTo!)
            ?? throw new ArgumentException($"{custom.Name} refers to '{custom.ReferenceTo}', which the emulated org does not have.", nameof(custom));
        return target.Children.Any(child => child.Name is not null && child.Name == back.Name)
            ? throw new ArgumentException($"{target.Name} has a child relationship '{back.Name}' already.", nameof(custom))
            : next.With(next.Tables[target].With(target.With(back)), now);
    }

    // A contact's field shows on person accounts too.
    private static OrgSnapshot AddPersonField(OrgSnapshot snapshot, ObjectDefinition definition, EmulatedField custom, FieldDefinition shown, DateTimeOffset now)
    {
        var account = snapshot.Schema.Get("Account");
        if (definition.Name != "Contact" || !PersonFields.Exist(account))
        {
            return snapshot;
        }

        var field = CustomSchema.DefineForPerson(custom, account.Fields.Count);
        var table = snapshot.Tables[account].With(account.With(field));
        PersonAccountColumns.Show(table, field, shown);
        return snapshot.With(table, now);
    }

    public static OrgSnapshot AddObject(OrgSnapshot snapshot, EmulatedObject custom, ulong seed, DateTimeOffset now)
    {
        if (snapshot.Schema.FindAnyObject(custom.Name) is not null)
        {
            throw new ArgumentException($"The emulated org has an object '{custom.Name}' already.", nameof(custom));
        }

        var definition = CustomSchema.Define(custom, snapshot.Schema.Objects.Length, snapshot.Schema.Objects.Count(other => other.IsCustom));
        var table = new ObjectTable(definition, 0, new IdSpace(definition.KeyPrefix, seed), new Timeline(0));
        SystemColumns.AddIdentity(table);
        return custom.Fields.Aggregate(snapshot.With(table, now), (org, field) => AddField(org, org.Schema.Get(custom.Name), field, now));
    }
}
