namespace SalesforceImport.Selectors;

/// <summary>
/// A condition cannot be used: its text is not a condition, or it does not fit the object it is meant for. The message
/// names what is wrong and, for a field that is not there, the nearest names.
/// </summary>
public sealed class InvalidConditionException : SalesforceImportException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="sObject">The object whose records were to be selected; null when the condition is wrong for any.</param>
    /// <param name="condition">The condition, or the part of it that is wrong, as text.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public InvalidConditionException(string? sObject, string condition, string message)
        : base(message)
    {
        SObject = sObject;
        Condition = condition;
    }

    /// <summary>The object whose records were to be selected; null when the condition is wrong for any.</summary>
    public string? SObject { get; }

    /// <summary>The condition, or the part of it that is wrong, as text.</summary>
    public string Condition { get; }
}
