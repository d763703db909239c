using System.Reflection;
using System.Runtime.CompilerServices;

namespace SalesforceImport.Tests.Conventions.Support;

/// <summary>The shipped assemblies, and what in them was written by hand.</summary>
internal static class Library
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [typeof(ISalesforceImporter).Assembly, Assembly.Load("SalesforceImport.Sqlite"), Assembly.Load("SalesforceImport.PostgreSql"), Assembly.Load("SalesforceImport.Emulator")];

    public static IReadOnlyList<Type> Types { get; } = [.. Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten)];

    public static IReadOnlyList<Type> PublicTypes { get; } = [.. Types.Where(type => type.IsVisible)];

    public static IEnumerable<MethodInfo> Methods =>
        Types.SelectMany(type => type.GetMethods(Declared)).Where(method => !method.IsSpecialName && IsWritten(method));

    public static bool IsVisible(MethodBase method) =>
        method.DeclaringType!.IsVisible && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    public static string NameOf(MethodBase method) => $"{method.DeclaringType!.FullName}.{method.Name}";

    private static bool IsWritten(MemberInfo member) =>
        !member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        && !member.Name.Contains('<', StringComparison.Ordinal)
        && (member.DeclaringType is null || IsWritten(member.DeclaringType));
}
