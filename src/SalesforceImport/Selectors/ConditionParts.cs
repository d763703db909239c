namespace SalesforceImport.Selectors;

internal static class ConditionParts
{
    public static IReadOnlyList<RecordCondition> Check(IReadOnlyList<RecordCondition> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Count > 0 && parts.All(part => part is not null)
            ? parts
            : throw new InvalidConditionException(null, string.Empty, "A condition joins nothing: at least one part is needed, and none may be null.");
    }

    public static int Hash(IReadOnlyList<RecordCondition> parts) => parts.Aggregate(parts.Count, HashCode.Combine);
}
