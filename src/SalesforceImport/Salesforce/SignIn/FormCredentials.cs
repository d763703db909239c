namespace SalesforceImport.Salesforce.SignIn;

/// <summary>Credentials that are the same form every time.</summary>
internal sealed class FormCredentials(params (string Name, string Value)[] fields) : SalesforceCredentials
{
    private readonly KeyValuePair<string, string>[] _fields = [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];

    public override Task<TokenAnswer> SignInAsync(TokenEndpoint endpoint, CancellationToken cancellationToken) =>
        endpoint.AskAsync(() => _fields, repeatWhenAnswerIsLost: true, cancellationToken);
}
