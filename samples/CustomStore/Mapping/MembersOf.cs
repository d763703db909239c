using SalesforceImport.Samples.CustomStore.Crm;

namespace SalesforceImport.Samples.CustomStore.Mapping;

/// <summary>Ties properties to members of an entity, one method for each type.</summary>
internal static class MembersOf<TEntity>
    where TEntity : ImportedEntity
{
    public static Member Text(string property, Func<TEntity, string?> get, Action<TEntity, string?> set) => new(
        property, PropertyType.Text, row => FieldValue.FromText(get((TEntity)row)), (row, value) => set((TEntity)row, value.AsText()));

    public static Member Number(string property, Func<TEntity, long?> get, Action<TEntity, long?> set) =>
        Of(property, PropertyType.Integer, get, set, FieldValue.FromInteger, value => value.AsInteger());

    public static Member Money(string property, Func<TEntity, decimal?> get, Action<TEntity, decimal?> set) =>
        Of(property, PropertyType.Decimal, get, set, FieldValue.FromDecimal, value => value.AsDecimal());

    public static Member Flag(string property, Func<TEntity, bool?> get, Action<TEntity, bool?> set) =>
        Of(property, PropertyType.Boolean, get, set, FieldValue.FromBoolean, value => value.AsBoolean());

    public static Member Day(string property, Func<TEntity, DateOnly?> get, Action<TEntity, DateOnly?> set) =>
        Of(property, PropertyType.Date, get, set, FieldValue.FromDate, value => value.AsDate());

    public static Member Time(string property, Func<TEntity, DateTimeOffset?> get, Action<TEntity, DateTimeOffset?> set) =>
        Of(property, PropertyType.DateTime, get, set, FieldValue.FromDateTime, value => value.AsDateTime());

    private static Member Of<T>(
        string property, PropertyType type, Func<TEntity, T?> get, Action<TEntity, T?> set, Func<T, FieldValue> wrap, Func<FieldValue, T> unwrap)
        where T : struct => new(
            property,
            type,
            row => get((TEntity)row) is { } value ? wrap(value) : FieldValue.Null,
            (row, value) => set((TEntity)row, value.IsNull ? null : unwrap(value)));
}
