using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Http.Composite;
using SalesforceImport.Emulator.Http.Resources;
using SalesforceImport.Emulator.Http.Resources.Jobs;
using SalesforceImport.Emulator.Http.Resources.Replication;
using SalesforceImport.Emulator.Http.Resources.Writing;

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
            new UpdatedResource(),
            new DeletedResource(),
            new RowResource(),
            new RowByKeyResource(),
            new CompositeListResource(),
            new CompositeResource(),
            new BatchResource(),
            new RetrieveResource(),
            new CreateRowResource(),
            new RowWriteResource(),
            new UpsertResource(),
            new CollectionResource(),
            new CollectionUpsertResource(),
            new TreeResource(),
            new QueryJobsResource(),
            new QueryJobResource(),
            new QueryResultsResource(),
            new ResultPagesResource(),
            new IngestJobsResource(),
            new IngestJobResource(),
            new IngestUploadResource(),
        }.Concat(IngestResultsResource.All).Select(resource => (resource.Pattern.Split('/', StringSplitOptions.RemoveEmptyEntries), resource)),
    ];

    /// <summary>All resources.</summary>
    public static IEnumerable<IResource> All => Entries.Select(entry => entry.Resource);

    /// <summary>Finds the resource of a path below the version.</summary>
    /// <exception cref="ApiException">There is none, or not for this method.</exception>
    public static (IResource Resource, IReadOnlyList<string> Arguments) Find(IReadOnlyList<string> path, string method)
    {
        var wanted = HttpMethods.IsHead(method) ? HttpMethods.Get : method;
        var allowed = new List<string>();
        foreach (var (parts, resource) in Entries.Where(entry => Match(entry.Parts, path)))
        {
            if (resource.Methods.Contains(wanted, StringComparer.OrdinalIgnoreCase))
            {
                return (resource, [.. path.Where((_, i) => parts[i] == "*")]);
            }

            allowed.AddRange(resource.Methods);
        }

        throw allowed.Count == 0
            ? ApiException.NotFound()
            : new ApiException(405, "METHOD_NOT_ALLOWED", $"HTTP Method '{method}' not allowed. Allowed are {string.Join(',', WithHead(allowed))}");
    }

    private static IEnumerable<string> WithHead(List<string> methods) =>
        methods.Contains(HttpMethods.Get) ? methods.Prepend(HttpMethods.Head) : methods;

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
