namespace SalesforceImport.Emulator.Soql;

/// <summary>A field, reached from the queried object: relationships first, the field last.</summary>
/// <param name="Parts">At least one name, as written; the object's alias is already taken off.</param>
/// <param name="Position">0-based offset in the statement of the path as written, alias included.</param>
internal sealed record FieldPath(IReadOnlyList<string> Parts, int Position)
{
    /// <summary>The function taken of the field, in upper case; null for the field itself.</summary>
    public string? Function { get; init; }

    /// <summary>Whether this is a field of the queried object itself.</summary>
    public bool IsPlain => Parts.Count == 1 && Function is null;

    /// <summary>The path as it is written.</summary>
    public override string ToString() => Function is null ? string.Join('.', Parts) : $"{Function}({string.Join('.', Parts)})";
}
