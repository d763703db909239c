using System.Reflection;

namespace SalesforceImport.Tests.Conventions.Support;

/// <summary>The types that the visible part of a type names.</summary>
internal static class Signatures
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Every type in every visible signature, taken apart: <c>Task&lt;A[]&gt;</c> gives <c>Task</c> and <c>A</c>.</summary>
    public static IEnumerable<(string Member, Type Type)> Of(Type type)
    {
        var parts = new List<(string Member, Type? Type)> { ("base", type.BaseType) };
        parts.AddRange(type.GetInterfaces().Select(@interface => ("interface", (Type?)@interface)));
        foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)).Where(Library.IsVisible))
        {
            parts.Add((method.Name, (method as MethodInfo)?.ReturnType));
            parts.AddRange(method.GetParameters().Select(parameter => (method.Name, (Type?)parameter.ParameterType)));
        }

        parts.AddRange(type.GetFields(Own).Where(field => field.IsPublic || field.IsFamily).Select(field => (field.Name, (Type?)field.FieldType)));
        return parts.Where(part => part.Type is not null).SelectMany(part => Apart(part.Type!).Select(inner => (part.Member, inner))).Distinct();
    }

    private static IEnumerable<Type> Apart(Type type)
    {
        if (type.HasElementType)
        {
            return Apart(type.GetElementType()!);
        }

        return type.IsGenericType
            ? type.GetGenericArguments().SelectMany(Apart).Prepend(type.GetGenericTypeDefinition())
            : type.IsGenericParameter ? type.GetGenericParameterConstraints().SelectMany(Apart) : [type];
    }
}
