using System.Reflection;
using SalesforceImport.Tests.Conventions.Support;

namespace SalesforceImport.Tests.Conventions;

public sealed class MethodConventionTests
{
    private static readonly IReadOnlyList<Excuse> WithoutSuffix = [];

    private static readonly IReadOnlyList<Excuse> WithoutToken =
    [
        new("SalesforceImport.Emulator.SalesforceEmulatorFixture.StartAsync", "All tests share what it starts: none of them may cancel it."),
    ];

    private static readonly IReadOnlyList<Excuse> TokenNotLast = [];

    private static readonly string[] Hidden = ["System.Net.Http", "System.Text.Json", "Polly", "Sylvan", "Parlot", "SQLitePCL", "Microsoft.Data", "Microsoft.AspNetCore"];

    private static readonly IReadOnlyList<Excuse> Shown =
    [
        new("SalesforceImport.Emulator.SalesforceEmulator.CreateClient: System.Net.Http.HttpClient", "Who tests an integration speaks HTTP, and asks for nothing else."),
    ];

    private static IEnumerable<MethodInfo> Asynchronous => Library.Methods.Where(method => IsAsynchronous(method.ReturnType) && !IsDictated(method));

    [Fact]
    public void Asynchronous_methods_end_in_Async() =>
        Asynchronous
            .Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(Library.NameOf)
            .ShouldAllBeExcused(WithoutSuffix);

    [Fact]
    public void Methods_that_end_in_Async_are_asynchronous() =>
        Library.Methods
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsAsynchronous(method.ReturnType))
            .Select(Library.NameOf)
            .ShouldBeNone();

    [Fact]
    public void Public_asynchronous_methods_take_a_CancellationToken() =>
        Asynchronous
            .Where(method => Library.IsVisible(method) && method.Name != nameof(IAsyncDisposable.DisposeAsync))
            .Where(method => !method.GetParameters().Any(IsToken))
            .Select(Library.NameOf)
            .ShouldAllBeExcused(WithoutToken);

    [Fact]
    public void A_CancellationToken_comes_last() =>
        Library.Methods
            .Where(method => !IsDictated(method) && method.GetParameters() is { Length: > 0 } parameters && parameters.Any(IsToken) && !IsToken(parameters[^1]))
            .Select(Library.NameOf)
            .ShouldAllBeExcused(TokenNotLast);

    [Fact]
    public void No_public_member_exposes_what_should_stay_replaceable() =>
        Library.PublicTypes
            .SelectMany(type => Signatures.Of(type).Where(part => IsHidden(part.Type)).Select(part => $"{type.FullName}.{part.Member}: {part.Type}"))
            .ShouldAllBeExcused(Shown);

    private static bool IsHidden(Type type) =>
        Hidden.Any(name => type.Namespace == name || type.Namespace?.StartsWith(name + ".", StringComparison.Ordinal) == true);

    private static bool IsAsynchronous(Type type)
    {
        var shape = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return shape == typeof(Task) || shape == typeof(Task<>) || shape == typeof(ValueTask) || shape == typeof(ValueTask<>) || shape == typeof(IAsyncEnumerable<>);
    }

    private static bool IsToken(ParameterInfo parameter) => parameter.ParameterType == typeof(CancellationToken);

    /// <summary>Whether the shape comes from a type that is not ours.</summary>
    private static bool IsDictated(MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType!.Assembly != method.DeclaringType!.Assembly
        || method.Name.Contains('.', StringComparison.Ordinal);
}
