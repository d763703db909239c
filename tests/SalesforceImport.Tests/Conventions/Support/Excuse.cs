namespace SalesforceImport.Tests.Conventions.Support;

/// <summary>One case in which a convention does not hold, and why that is right.</summary>
/// <param name="Subject">What breaks it: a type, a member, or a file.</param>
/// <param name="Reason">Why.</param>
internal sealed record Excuse(string Subject, string Reason);
