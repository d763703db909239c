using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Tests.Soql;

/// <summary>What the parser's tests share.</summary>
internal static class SoqlTest
{
    public static SoqlExpression Where(string condition) =>
        SoqlParser.Parse($"SELECT Id FROM Lead WHERE {condition}").Where ?? throw new InvalidOperationException("The filter is gone.");

    public static SoqlLiteral Value(string literal) => ((Comparison)Where($"Field = {literal}")).Value;

    public static SoqlException Refusal(string soql)
    {
        var parse = () => SoqlParser.Parse(soql);
        return parse.Should().Throw<SoqlException>(because: soql).Which;
    }

    public static string Name(FieldPath path) => string.Join('.', path.Parts);
}
