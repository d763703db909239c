namespace SalesforceImport.Emulator.Auth;

/// <summary>A refusal of the token endpoint.</summary>
internal sealed class SignInException(string error, string description) : Exception(description)
{
    public string Error => error;
}
