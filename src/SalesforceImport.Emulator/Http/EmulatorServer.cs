using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace SalesforceImport.Emulator.Http;

/// <summary>The web server in front of an emulated org, on loopback only.</summary>
internal static class EmulatorServer
{
    // The edge turns long requests away at 16 KB in Salesforce's words; the server itself must let them come that far.
    private const int MostRequestBytes = 1024 * 1024;

    private const int MostWaitingBytes = 1024 * 1024;

    public static WebApplication Build(OrgServices services, CancellationToken stopping)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, services.Options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MostRequestBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MostRequestBytes;
            kestrel.Limits.MaxRequestBufferSize = 2 * MostRequestBytes;

            // Rows are made while those before them are on their way.
            kestrel.Limits.MaxResponseBufferSize = MostWaitingBytes;

            // A stalled answer stays stalled.
            kestrel.Limits.MinResponseDataRate = null;
        });
        builder.Services.AddRequestDecompression();
        builder.Services.AddResponseCompression(compression =>
        {
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ["application/json", "text/csv"];
        });
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Replace(ServiceDescriptor.Singleton(services.Options.LoggerFactory ?? NullLoggerFactory.Instance));

        var application = builder.Build();
        var pipeline = new RequestPipeline(services, stopping);
        var dispatcher = new RequestDispatcher(services);
        application.Use(next => context => pipeline.InvokeAsync(context, next));
        application.UseRequestDecompression();
        application.UseResponseCompression();
        application.Run(dispatcher.AnswerAsync);
        return application;
    }
}
