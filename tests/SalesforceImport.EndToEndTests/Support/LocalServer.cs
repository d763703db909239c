using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SalesforceImport.EndToEndTests.Support;

/// <summary>A web server on loopback with one handler.</summary>
internal static class LocalServer
{
    public static async Task<(WebApplication Server, Uri Url)> StartAsync(RequestDelegate handler)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(handler);
        await server.StartAsync();
        return (server, new Uri(server.Urls.Single()));
    }
}
