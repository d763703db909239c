namespace SalesforceImport.Tests.Conventions.Support;

/// <summary>That one type refers to another, by full names; nested types stand under their outermost one.</summary>
internal sealed record Reference(string From, string FromNamespace, string To, string ToNamespace)
{
    public override string ToString() => $"{From} -> {To}";
}
