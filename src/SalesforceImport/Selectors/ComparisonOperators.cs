namespace SalesforceImport.Selectors;

internal static class ComparisonOperators
{
    public static string ToSoql(this ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.EqualTo => "=",
        ComparisonOperator.NotEqualTo => "!=",
        ComparisonOperator.LessThan => "<",
        ComparisonOperator.AtMost => "<=",
        ComparisonOperator.GreaterThan => ">",
        ComparisonOperator.AtLeast => ">=",
        ComparisonOperator.Like => "LIKE",
        ComparisonOperator.In => "IN",
        ComparisonOperator.NotIn => "NOT IN",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    public static bool IsOrder(this ComparisonOperator comparison) =>
        comparison is ComparisonOperator.LessThan or ComparisonOperator.AtMost or ComparisonOperator.GreaterThan or ComparisonOperator.AtLeast;

    public static bool TakesList(this ComparisonOperator comparison) =>
        comparison is ComparisonOperator.In or ComparisonOperator.NotIn;
}
