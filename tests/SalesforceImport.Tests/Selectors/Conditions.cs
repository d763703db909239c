using CsCheck;
using SalesforceImport.Selectors;

namespace SalesforceImport.Tests.Selectors;

/// <summary>Generates conditions that fit <see cref="LeadDescription"/>.</summary>
internal static class Conditions
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String.Where(IsWellFormed),
        Gen.OneOf("'", "\\", ") OR (", "\n", "%", "' OR Name != '", "😀", "a").Array[0, 6].Select(string.Concat));

    private static readonly Gen<RecordCondition> Leaf = Gen.OneOf(
        Text.Select(value => RecordCondition.Field("Country").EqualTo(value)),
        Text.Select(value => RecordCondition.Field("LastName").Like(RecordCondition.EscapeLike(value) + "%")),
        Text.Array[1, 9].Select(values => RecordCondition.Field("Region__c").In(values)),
        Text.Select(value => RecordCondition.Field("Owner.Name").NotEqualTo(value)),
        Gen.Long.Select(value => RecordCondition.Field("NumberOfEmployees").GreaterThan(value)),
        Gen.Decimal.Select(value => RecordCondition.Field("AnnualRevenue").AtMost(value)),
        Gen.Bool.Select(value => RecordCondition.Field("DoNotCall").EqualTo(value)),
        Gen.DateOnly.Select(value => RecordCondition.Field("Birthday__c").LessThan(value)),
        Gen.DateTimeOffset.Select(RecordCondition.CreatedSince),
        Gen.Const(RecordCondition.Field("Email").IsNotBlank()),
        Gen.OneOf("CreatedDate = LAST_N_DAYS:30", "Id IN (SELECT LeadId FROM CampaignMember WHERE Status = 'Sent')", @"Name = 'O\'Brien )'").Select(RecordCondition.Soql));

    public static Gen<RecordCondition> Any { get; } = OfDepth(4);

    private static Gen<RecordCondition> OfDepth(int depth)
    {
        if (depth == 0)
        {
            return Leaf;
        }

        var inner = OfDepth(depth - 1);
        return Gen.OneOf(
            Leaf,
            Gen.Select(inner, inner, (left, right) => left & right),
            Gen.Select(inner, inner, (left, right) => left | right),
            inner.Select(condition => !condition));
    }

    private static bool IsWellFormed(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)) == text;
}
