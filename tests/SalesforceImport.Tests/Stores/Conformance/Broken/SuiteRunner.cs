using System.Reflection;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Runs the tests of one theme by reflection and tells which failed.</summary>
internal static class SuiteRunner
{
    public static async Task<IReadOnlyList<string>> FailuresOfAsync(Type theme)
    {
        var derived = typeof(SuiteRunner).Assembly.GetTypes().Single(type => type.IsSealed && theme.IsAssignableFrom(type));
        var failures = new List<string>();
        foreach (var method in theme.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null))
        {
            foreach (object?[] arguments in ArgumentsOf(method))
            {
                if (!await PassesAsync((IAsyncLifetime)Activator.CreateInstance(derived)!, method, arguments))
                {
                    failures.Add(method.Name);
                    break;
                }
            }
        }

        return failures;
    }

    private static IEnumerable<object?[]> ArgumentsOf(MethodInfo method) => method.GetParameters().Length == 0
        ? [[]]
        : method.GetCustomAttributes<InlineDataAttribute>().Select(data => data.Data);

    private static async Task<bool> PassesAsync(IAsyncLifetime test, MethodInfo method, object?[] arguments)
    {
        await test.InitializeAsync();
        try
        {
            await (Task)method.Invoke(test, arguments)!;
            return true;
        }
        catch (Exception)
        {
            return false;
        }
        finally
        {
            await test.DisposeAsync();
        }
    }
}
