namespace SalesforceImport.Selectors;

/// <summary>A field about to be compared: what <see cref="RecordCondition.Field"/> gives. Immutable and thread-safe.</summary>
public sealed class ConditionField
{
    internal ConditionField(string path) => Path = FieldPath.Check(path);

    /// <summary>The field's API name, or a path through parents such as <c>Account.Name</c>.</summary>
    public string Path { get; }

    /// <summary>The field holds this value. Text is compared without regard to case, except in case-sensitive fields.</summary>
    public RecordCondition EqualTo(ConditionValue value) => Compare(ComparisonOperator.EqualTo, value);

    /// <summary>The field does not hold this value; a blank field does not hold it.</summary>
    public RecordCondition NotEqualTo(ConditionValue value) => Compare(ComparisonOperator.NotEqualTo, value);

    /// <summary>The field's value comes before this one.</summary>
    /// <exception cref="InvalidConditionException">The value is null.</exception>
    public RecordCondition LessThan(ConditionValue value) => Compare(ComparisonOperator.LessThan, value);

    /// <summary>The field's value is this one or comes before it.</summary>
    /// <exception cref="InvalidConditionException">The value is null.</exception>
    public RecordCondition AtMost(ConditionValue value) => Compare(ComparisonOperator.AtMost, value);

    /// <summary>The field's value comes after this one.</summary>
    /// <exception cref="InvalidConditionException">The value is null.</exception>
    public RecordCondition GreaterThan(ConditionValue value) => Compare(ComparisonOperator.GreaterThan, value);

    /// <summary>The field's value is this one or comes after it.</summary>
    /// <exception cref="InvalidConditionException">The value is null.</exception>
    public RecordCondition AtLeast(ConditionValue value) => Compare(ComparisonOperator.AtLeast, value);

    /// <summary>
    /// The field's text matches a pattern, without regard to case: <c>%</c> stands for any characters, <c>_</c> for one.
    /// Use <see cref="RecordCondition.EscapeLike"/> for text that is to be taken as it is.
    /// </summary>
    /// <exception cref="InvalidConditionException">A backslash stands before something else than <c>%</c>, <c>_</c> or a backslash.</exception>
    public RecordCondition Like(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Compare(ComparisonOperator.Like, pattern);
    }

    /// <summary>The field holds one of these values.</summary>
    /// <exception cref="InvalidConditionException">There is no value, or one is null.</exception>
    public RecordCondition In(params IEnumerable<ConditionValue> values) => Compare(ComparisonOperator.In, values);

    /// <inheritdoc cref="In(IEnumerable{ConditionValue})"/>
    public RecordCondition In(IEnumerable<string> values) => Compare(ComparisonOperator.In, Values(values));

    /// <inheritdoc cref="In(IEnumerable{ConditionValue})"/>
    public RecordCondition In(IEnumerable<SalesforceId> values) => Compare(ComparisonOperator.In, Values(values));

    /// <summary>The field holds none of these values.</summary>
    /// <exception cref="InvalidConditionException">There is no value, or one is null.</exception>
    public RecordCondition NotIn(params IEnumerable<ConditionValue> values) => Compare(ComparisonOperator.NotIn, values);

    /// <inheritdoc cref="NotIn(IEnumerable{ConditionValue})"/>
    public RecordCondition NotIn(IEnumerable<string> values) => Compare(ComparisonOperator.NotIn, Values(values));

    /// <inheritdoc cref="NotIn(IEnumerable{ConditionValue})"/>
    public RecordCondition NotIn(IEnumerable<SalesforceId> values) => Compare(ComparisonOperator.NotIn, Values(values));

    /// <summary>The field holds nothing.</summary>
    public RecordCondition IsBlank() => Compare(ComparisonOperator.EqualTo, ConditionValue.Null);

    /// <summary>The field holds something.</summary>
    public RecordCondition IsNotBlank() => Compare(ComparisonOperator.NotEqualTo, ConditionValue.Null);

    /// <summary>The path.</summary>
    public override string ToString() => Path;

    private static IEnumerable<ConditionValue> Values(IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Select(ConditionValue.FromString);
    }

    private static IEnumerable<ConditionValue> Values(IEnumerable<SalesforceId> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Select(ConditionValue.FromSalesforceId);
    }

    private ComparisonCondition Compare(ComparisonOperator comparison, ConditionValue value) => new(Path, comparison, [value]);

    private ComparisonCondition Compare(ComparisonOperator comparison, IEnumerable<ConditionValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(Path, comparison, [.. values]);
    }
}
