using System.Text.Json;

namespace SalesforceImport.Emulator.Schema;

/// <summary>Writes the describe of a field, with every key that the org writes.</summary>
internal static class FieldWriter
{
    public static void Write(Utf8JsonWriter json, FieldDefinition field)
    {
        json.WriteStartObject();
        json.WriteBoolean("aggregatable", field.Has(FieldFlag.Aggregatable));
        json.WriteBoolean("aiPredictionField", false);
        json.WriteBoolean("autoNumber", false);
        json.WriteNumber("byteLength", ByteLength(field));
        json.WriteBoolean("calculated", field.Has(FieldFlag.Calculated));
        json.WriteNull("calculatedFormula");
        json.WriteBoolean("cascadeDelete", field.Has(FieldFlag.CascadeDelete));
        json.WriteBoolean("caseSensitive", false);
        json.WriteString("compoundFieldName", field.CompoundName);
        json.WriteNull("controllerName");
        json.WriteBoolean("createable", field.Has(FieldFlag.Createable));
        json.WriteBoolean("custom", field.Has(FieldFlag.Custom));
        WriteDefault(json, field);
        json.WriteNull("defaultValueFormula");
        json.WriteBoolean("defaultedOnCreate", field.Has(FieldFlag.DefaultedOnCreate));
        json.WriteBoolean("dependentPicklist", false);
        json.WriteBoolean("deprecatedAndHidden", false);
        json.WriteNumber("digits", field.Digits);
        json.WriteBoolean("displayLocationInDecimal", false);
        json.WriteBoolean("encrypted", false);
        json.WriteBoolean("externalId", field.Has(FieldFlag.ExternalId));
        json.WriteString("extraTypeInfo", field.ExtraType);
        json.WriteBoolean("filterable", field.Has(FieldFlag.Filterable));
        json.WriteNull("filteredLookupInfo");
        json.WriteBoolean("formulaTreatNullNumberAsZero", false);
        json.WriteBoolean("groupable", field.Has(FieldFlag.Groupable));
        json.WriteBoolean("highScaleNumber", false);
        json.WriteBoolean("htmlFormatted", false);
        json.WriteBoolean("idLookup", field.Has(FieldFlag.IdLookup));
        json.WriteNull("inlineHelpText");
        json.WriteString("label", field.Label);
        json.WriteNumber("length", field.Length);
        json.WriteNull("mask");
        json.WriteNull("maskType");
        json.WriteString("name", field.Name);
        json.WriteBoolean("nameField", field.Has(FieldFlag.NameField));
        json.WriteBoolean("namePointing", field.Has(FieldFlag.NamePointing));
        json.WriteBoolean("nillable", field.Has(FieldFlag.Nillable));
        json.WriteBoolean("permissionable", field.Has(FieldFlag.Permissionable));
        WriteValues(json, field);
        json.WriteBoolean("polymorphicForeignKey", field.Has(FieldFlag.NamePointing));
        json.WriteNumber("precision", field.Precision);
        json.WriteBoolean("queryByDistance", field.Has(FieldFlag.QueryByDistance));
        json.WriteNull("referenceTargetField");
        json.WriteStartArray("referenceTo");
        foreach (var target in field.ReferenceTo)
        {
            json.WriteStringValue(target);
        }

        json.WriteEndArray();
        json.WriteString("relationshipName", field.RelationshipName);
        json.WriteNull("relationshipOrder");
        json.WriteBoolean("restrictedDelete", false);
        json.WriteBoolean("restrictedPicklist", field.Has(FieldFlag.RestrictedPicklist));
        json.WriteNumber("scale", field.Scale);
        json.WriteBoolean("searchPrefilterable", field.Has(FieldFlag.SearchPrefilterable));
        json.WriteString("soapType", SoapType(field));
        json.WriteBoolean("sortable", field.Has(FieldFlag.Sortable));
        json.WriteString("type", field.WireType);
        json.WriteBoolean("unique", field.Has(FieldFlag.Unique));
        json.WriteBoolean("updateable", field.Has(FieldFlag.Updateable));
        json.WriteBoolean("writeRequiresMasterRead", false);
        json.WriteEndObject();
    }

    private static void WriteDefault(Utf8JsonWriter json, FieldDefinition field)
    {
        if (field.Type == FieldType.Boolean)
        {
            json.WriteBoolean("defaultValue", false);
        }
        else
        {
            json.WriteString("defaultValue", field.Default);
        }
    }

    private static void WriteValues(Utf8JsonWriter json, FieldDefinition field)
    {
        json.WriteStartArray("picklistValues");
        foreach (var value in field.Values)
        {
            json.WriteStartObject();
            json.WriteBoolean("active", true);
            json.WriteBoolean("defaultValue", value == field.Default);
            json.WriteString("label", value);
            json.WriteNull("validFor");
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Characters take up to three bytes; ids are plain ASCII, as is the fiscal period.
    private static int ByteLength(FieldDefinition field) => field.IsId || field.Name == "Fiscal" ? field.Length : field.Length * 3;

    private static string SoapType(FieldDefinition field) => field.Type switch
    {
        FieldType.Id or FieldType.Reference => "tns:ID",
        FieldType.Boolean => "xsd:boolean",
        FieldType.Int => "xsd:int",
        FieldType.Double or FieldType.Currency or FieldType.Percent => "xsd:double",
        FieldType.Date => "xsd:date",
        FieldType.DateTime => "xsd:dateTime",
        FieldType.Address => "urn:address",
        _ => "xsd:string",
    };
}
