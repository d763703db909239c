using System.Collections;
using System.Reflection;

namespace SalesforceImport.Tests.Stores.Conformance;

/// <summary>Walks everything an object holds on to.</summary>
internal static class ObjectGraph
{
    public static bool HoldsText(object root, string text)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<object>([root]);
        while (waiting.TryPop(out var item))
        {
            if (item is string held)
            {
                if (held.Contains(text, StringComparison.Ordinal))
                {
                    return true;
                }
            }
            else if (item is byte[] bytes)
            {
                if (System.Text.Encoding.UTF8.GetString(bytes).Contains(text, StringComparison.Ordinal))
                {
                    return true;
                }
            }
            else if (item is Array array)
            {
                PushAll(array, waiting);
            }
            else if (!IsLeaf(item.GetType()) && (item.GetType().IsValueType || seen.Add(item)))
            {
                PushAll(FieldsOf(item), waiting);
            }
        }

        return false;
    }

    private static void PushAll(IEnumerable items, Stack<object> waiting)
    {
        foreach (object? item in items)
        {
            if (item is not null)
            {
                waiting.Push(item);
            }
        }
    }

    private static IEnumerable<object?> FieldsOf(object item)
    {
        for (var type = item.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field.GetValue(item);
            }
        }
    }

    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || type.IsPointer || type.Namespace?.StartsWith("System.Reflection", StringComparison.Ordinal) == true
        || typeof(Delegate).IsAssignableFrom(type) || typeof(Type).IsAssignableFrom(type) || type == typeof(decimal) || type == typeof(Lock);
}
