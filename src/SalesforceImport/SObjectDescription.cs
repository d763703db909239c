using System.Collections.Frozen;

namespace SalesforceImport;

/// <summary>What the org's describe says of one sObject, as far as an import needs it: the fields this user can see.</summary>
internal sealed class SObjectDescription(string name, string? keyPrefix, IEnumerable<SObjectField> fields)
{
    private readonly FrozenDictionary<string, SObjectField> _fields =
        fields.ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);

    public string Name { get; } = name;

    public string? KeyPrefix { get; } = keyPrefix;

    public IReadOnlyCollection<SObjectField> Fields => _fields.Values;

    /// <summary>The field of that name, whatever its case; null when the user cannot see it or it does not exist.</summary>
    public SObjectField? Find(string fieldName) => _fields.GetValueOrDefault(fieldName);
}
