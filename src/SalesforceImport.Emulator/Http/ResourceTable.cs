using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Http.Resources;

namespace SalesforceImport.Emulator.Http;

/// <summary>The resources of the data API by path.</summary>
internal static class ResourceTable
{
    private static readonly (string[] Parts, IResource Resource)[] Entries =
    [
        .. new IResource[]
        {
            new RootResource(),
            new LimitsResource(),
            new RecordCountResource(),
            new QueryResource("query", all: false),
            new QueryResource("queryAll", all: true),
            new QueryMoreResource("query/*"),
            new QueryMoreResource("queryAll/*"),
            new GlobalDescribeResource(),
            new ObjectResource(),
            new DescribeResource(),
            new RowResource(),
        }.Select(resource => (resource.Pattern.Split('/', StringSplitOptions.RemoveEmptyEntries), resource)),
    ];

    /// <summary>Finds the resource of a path below the version.</summary>
    /// <exception cref="ApiException">There is none, or not for this method.</exception>
    public static (IResource Resource, IReadOnlyList<string> Arguments) Find(IReadOnlyList<string> path, string method)
    {
        foreach (var (parts, resource) in Entries)
        {
            if (Match(parts, path))
            {
                var wanted = HttpMethods.IsHead(method) ? HttpMethods.Get : method;
                return resource.Methods.Contains(wanted, StringComparer.OrdinalIgnoreCase)
                    ? (resource, [.. path.Where((_, i) => parts[i] == "*")])
                    : throw new ApiException(405, "METHOD_NOT_ALLOWED", $"HTTP Method '{method}' not allowed. Allowed are HEAD,{string.Join(',', resource.Methods)}");
            }
        }

        throw ApiException.NotFound();
    }

    private static bool Match(string[] parts, IReadOnlyList<string> path)
    {
        if (parts.Length != path.Count)
        {
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] != "*" && !string.Equals(parts[i], path[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
