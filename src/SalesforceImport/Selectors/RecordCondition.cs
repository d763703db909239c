using System.Text;
using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>
/// Which records of an object are selected. Built from fields and values, so that quoting is never the caller's business,
/// and checked against the org's own description of the object before the first record is counted.
/// </summary>
/// <example>
/// <code>
/// RecordCondition.Field("Country").EqualTo("Germany") &amp; RecordCondition.CreatedSince(start)
/// </code>
/// </example>
/// <remarks>Immutable and thread-safe; two conditions are equal when they say the same in the same order.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ComparisonCondition), "compare")]
[JsonDerivedType(typeof(AllOfCondition), "all")]
[JsonDerivedType(typeof(AnyOfCondition), "any")]
[JsonDerivedType(typeof(NotCondition), "not")]
[JsonDerivedType(typeof(SoqlTextCondition), "soql")]
public abstract record RecordCondition
{
    /// <summary>How deep AND, OR and NOT may be nested: 20. Deeper ones are refused, so that every plan can be stored.</summary>
    internal const int MaxDepth = 20;

    private protected RecordCondition()
    {
    }

    internal abstract int Depth { get; }

    /// <summary>Begins a comparison with a field.</summary>
    /// <param name="path">The field's API name, such as <c>Region__c</c>, or a path through parents such as <c>Account.Name</c>.</param>
    /// <exception cref="InvalidConditionException">The path is not made of names.</exception>
    public static ConditionField Field(string path) => new(path);

    /// <summary>Records created at or after a time.</summary>
    public static RecordCondition CreatedSince(DateTimeOffset instant) => Field("CreatedDate").AtLeast(instant);

    /// <summary>Records changed at or after a time, by people or by automation (<c>SystemModstamp</c>).</summary>
    public static RecordCondition ModifiedSince(DateTimeOffset instant) => Field("SystemModstamp").AtLeast(instant);

    /// <summary>
    /// A condition in SOQL, for what cannot be said otherwise: what would stand after WHERE, such as
    /// <c>Id IN (SELECT LeadId FROM CampaignMember)</c> or <c>CreatedDate = LAST_N_DAYS:30</c>.
    /// </summary>
    /// <param name="text">At most 20,000 characters; each quoted text in it at most 4,000.</param>
    /// <exception cref="InvalidConditionException">The text is not one whole condition: quotes or parentheses do not balance, or a clause such as ORDER BY stands in it.</exception>
    public static RecordCondition Soql(string text) => new SoqlTextCondition(text);

    /// <summary>The opposite.</summary>
    /// <exception cref="InvalidConditionException">The condition is nested too deep.</exception>
    public static RecordCondition Not(RecordCondition condition) => new NotCondition(condition);

    /// <summary>Text as a pattern that matches only itself: <c>%</c>, <c>_</c> and backslashes are escaped.</summary>
    public static string EscapeLike(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pattern = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            _ = c is '%' or '_' or '\\' ? pattern.Append('\\').Append(c) : pattern.Append(c);
        }

        return pattern.ToString();
    }

    /// <summary>Both this condition and another.</summary>
    /// <exception cref="InvalidConditionException">The condition is nested too deep.</exception>
    public RecordCondition And(RecordCondition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new AllOfCondition([.. AllOfCondition.PartsOf(this), .. AllOfCondition.PartsOf(other)]);
    }

    /// <summary>This condition, or another, or both.</summary>
    /// <exception cref="InvalidConditionException">The condition is nested too deep.</exception>
    public RecordCondition Or(RecordCondition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new AnyOfCondition([.. AnyOfCondition.PartsOf(this), .. AnyOfCondition.PartsOf(other)]);
    }

    /// <summary>Both: see <see cref="And"/>.</summary>
    public static RecordCondition operator &(RecordCondition left, RecordCondition right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.And(right);
    }

    /// <summary>Either: see <see cref="Or"/>.</summary>
    public static RecordCondition operator |(RecordCondition left, RecordCondition right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.Or(right);
    }

    /// <summary>The opposite: see <see cref="Not"/>.</summary>
    public static RecordCondition operator !(RecordCondition condition) => Not(condition);

    /// <summary>The condition for people, such as <c>CreatedDate &gt;= 2026-01-01</c>; long lists are cut short.</summary>
    public sealed override string ToString() => ConditionDescriber.Describe(this);

    private protected static int DepthOver(IEnumerable<RecordCondition> parts)
    {
        int depth = parts.Max(part => part.Depth) + 1;
        return depth <= MaxDepth
            ? depth
            : throw new InvalidConditionException(null, string.Join(", ", parts), $"The condition nests AND, OR and NOT more than {MaxDepth} deep; say it flatter, or in SOQL.");
    }
}
