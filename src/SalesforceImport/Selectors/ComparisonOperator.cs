using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

[JsonConverter(typeof(JsonStringEnumConverter<ComparisonOperator>))]
internal enum ComparisonOperator
{
    EqualTo,
    NotEqualTo,
    LessThan,
    AtMost,
    GreaterThan,
    AtLeast,
    Like,
    In,
    NotIn,
}
