namespace SalesforceImport.Samples.ImportConsole;

/// <summary>What rules for records that are gone are called at a console.</summary>
internal static class GoneRuleNames
{
    /// <exception cref="UsageException">There is none of that name.</exception>
    public static GoneRule Read(string name) => name switch
    {
        "delete" => GoneRule.Delete,
        "mark" => GoneRule.Mark,
        "keep" => GoneRule.Keep,
        _ => throw new UsageException($"'{name}' is nothing to do with records that are gone: --when-gone takes delete, mark or keep."),
    };
}
