namespace SalesforceImport.Mapping;

/// <summary>Which fields of an object fill which properties of the host's rows. Starts from the defaults; the host adds, replaces and removes.</summary>
/// <remarks>Not thread-safe: for configuration.</remarks>
public sealed class FieldMap
{
    private readonly List<FieldMapping> _mappings;

    internal FieldMap(string sObject, IEnumerable<FieldMapping> mappings)
    {
        Object = sObject;
        _mappings = [.. mappings];
    }

    /// <summary>The object, such as <c>Lead</c>.</summary>
    public string Object { get; }

    /// <summary>The mappings as they stand.</summary>
    public IReadOnlyList<FieldMapping> Mappings => _mappings;

    /// <summary>
    /// Maps a field, or a parent's field such as <c>Account.Name</c>, to a property. Without a type the property takes the
    /// field's, as the org describes it (text for a parent's field). A mapping that the property has already is replaced.
    /// What somebody has opted out of in Salesforce (<c>HasOptedOutOfEmail</c>, <c>HasOptedOutOfFax</c>, <c>DoNotCall</c>) is
    /// an opt-out whatever the rule, as by <see cref="MapOptOut"/>; only <see cref="SyncRule.Never"/> leaves it out.
    /// </summary>
    /// <exception cref="ArgumentException">A name is empty or is not made of letters, digits and underscores.</exception>
    public FieldMap Map(string field, string property, SyncRule rule = SyncRule.AlwaysSalesforce, PropertyType? type = null)
    {
        FieldNames.Check(field, property);
        if (DefaultFields.IsConsent(field) && rule != SyncRule.Never)
        {
            return MapOptOut(field, property);
        }

        Remove(property);
        _mappings.Add(new FieldMapping(field, property, rule, IsOptOut: false, type));
        return this;
    }

    /// <summary>Maps a boolean field that only ever tightens: once true, an import never makes it false.</summary>
    /// <exception cref="ArgumentException">A name is empty or is not made of letters, digits and underscores.</exception>
    public FieldMap MapOptOut(string field, string property)
    {
        FieldNames.Check(field, property);
        Remove(property);
        _mappings.Add(new FieldMapping(field, property, SyncRule.AlwaysSalesforce, IsOptOut: true, PropertyType.Boolean));
        return this;
    }

    /// <summary>Changes the rule of a mapped property.</summary>
    /// <exception cref="ArgumentException">The property is not mapped, or is an opt-out.</exception>
    public FieldMap WithRule(string property, SyncRule rule)
    {
        int index = _mappings.FindIndex(mapping => Names(mapping, property));
        if (index < 0 || _mappings[index].IsOptOut)
        {
            throw new ArgumentException(
                index < 0 ? $"{Object} maps no field to a property '{property}'." : $"'{property}' is an opt-out, which only ever tightens.",
                nameof(property));
        }

        _mappings[index] = _mappings[index] with { Rule = rule };
        return this;
    }

    /// <summary>
    /// Says how many characters a mapped property of text takes, such as a column of the host's that is limited. A plan tells
    /// when the field can hold more; a record with a longer value fails, and the others go on.
    /// </summary>
    /// <exception cref="ArgumentException">The property is not mapped.</exception>
    public FieldMap WithMaxLength(string property, int characters)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(characters);
        int index = _mappings.FindIndex(mapping => Names(mapping, property));
        if (index < 0)
        {
            throw new ArgumentException($"{Object} maps no field to a property '{property}'.", nameof(property));
        }

        _mappings[index] = _mappings[index] with { MaxLength = characters };
        return this;
    }

    /// <summary>Leaves a property out.</summary>
    public FieldMap Remove(string property)
    {
        _mappings.RemoveAll(mapping => Names(mapping, property));
        return this;
    }

    /// <summary>Leaves every property out: a start from nothing.</summary>
    public FieldMap Clear()
    {
        _mappings.Clear();
        return this;
    }

    /// <summary>What is read: the mappings, and the references that are always kept, mapped or not.</summary>
    internal IReadOnlyList<FieldMapping> Effective =>
        [.. _mappings, .. DefaultFields.KeptReferences(Object).Where(kept => !_mappings.Exists(mapping => Names(mapping, kept.Property)))];

    /// <summary>Leaves out all that a field fills.</summary>
    internal void RemoveField(string field) =>
        _mappings.RemoveAll(mapping => string.Equals(mapping.Field, field, StringComparison.OrdinalIgnoreCase));

    internal static FieldMap DefaultFor(string sObject) => new(sObject, DefaultFields.For(sObject));

    private static bool Names(FieldMapping mapping, string property) =>
        string.Equals(mapping.Property, property, StringComparison.OrdinalIgnoreCase);
}
