namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Writes new rows, whole, into a COPY: what the store keeps of them, then the properties.</summary>
internal sealed class RowWriter(KindLayout layout, RefusedTexts refused)
{
    /// <summary>How many columns it writes.</summary>
    public int Columns => KindLayout.CreateHead + layout.Forms.Length;

    public void Write(CopyStream copy, StoredSource? leader, long? createdBy, IReadOnlyList<FieldValue> values)
    {
        var forms = layout.Forms;
        if (values.Count != forms.Length)
        {
            throw new InvalidOperationException($"{layout.Kind} has {forms.Length} properties; {values.Count} values were given.");
        }

        copy.Write(leader?.Key.Org);
        copy.Write(leader?.Key.Id);
        copy.Write(leader?.Object);
        copy.Write(createdBy);
        copy.Write(leader?.CreatedDate);
        copy.Write(leader is { Contributes: true } ? leader.Email : null);
        copy.Write(1L);
        for (int i = 0; i < forms.Length; i++)
        {
            if (!copy.Write(values[i], forms[i]))
            {
                refused.Add(layout.Schema.Properties[i], leader?.Key.Id ?? default);
            }
        }
    }
}
