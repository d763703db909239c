using System.Text.Json.Nodes;
using SalesforceImport.Samples.CustomStore.Crm;

namespace SalesforceImport.Samples.CustomStore.Mapping;

/// <summary>A property and where it is kept: in a member of the entity, or among its further fields.</summary>
internal sealed record CatalogProperty(string Name, PropertyType Type, Member? Member)
{
    public FieldValue Read(ImportedEntity row, JsonObject more) =>
        Member is { } member ? member.Get(row) : PropertyJson.FromNode(more[Name], Type);

    public void Write(ImportedEntity row, JsonObject more, FieldValue value)
    {
        if (Member is { } member)
        {
            member.Set(row, Checked(value));
        }
        else if (value.IsNull)
        {
            more.Remove(Name);
        }
        else
        {
            more[Name] = PropertyJson.ToNode(Checked(value));
        }
    }

    public FieldValue Checked(FieldValue value) => value.IsNull || value.Type == Type
        ? value
        : throw new InvalidOperationException($"Property '{Name}' is {Type}; the value is {value.Type}.");
}
