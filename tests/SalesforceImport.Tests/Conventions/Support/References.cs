using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SalesforceImport.Tests.Conventions.Support;

/// <summary>Reads from a compiled assembly which type refers to which: in signatures, attributes and method bodies.</summary>
internal static class References
{
    public static IReadOnlyList<Reference> In(Assembly assembly)
    {
        using var definition = AssemblyDefinition.ReadAssembly(assembly.Location);
        return
        [
            .. definition.MainModule.Types
                .Where(type => type.Namespace.Length > 0)
                .SelectMany(type => OfType(type).SelectMany(Apart).Select(to => new Reference(type.FullName, type.Namespace, to.FullName, to.Namespace)))
                .Where(reference => reference.From != reference.To)
                .Distinct(),
        ];
    }

    private static IEnumerable<TypeReference?> OfType(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(@interface => @interface.InterfaceType),
        .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Methods.SelectMany(OfMethod),
        .. type.NestedTypes.SelectMany(OfType),
    ];

    private static IEnumerable<TypeReference?> OfMethod(MethodDefinition method) =>
    [
        .. OfSignature(method),
        .. method.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.ExceptionHandlers.Select(handler => handler.CatchType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(OfInstruction) : [],
    ];

    private static IEnumerable<TypeReference?> OfInstruction(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => [method.DeclaringType, .. OfSignature(method)],
        _ => [],
    };

    private static IEnumerable<TypeReference?> OfSignature(MethodReference method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
    ];

    /// <summary><c>List&lt;A[]&gt;</c> gives <c>List</c> and <c>A</c>; a nested type gives the one around it.</summary>
    private static IEnumerable<TypeReference> Apart(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [.. Apart(generic.ElementType), .. generic.GenericArguments.SelectMany(Apart)],
        TypeSpecification inner => Apart(inner.ElementType),
        { DeclaringType: { } outer } => Apart(outer),
        _ => [type],
    };
}
