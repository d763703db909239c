using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Shows what the library warns of while it talks to the org: above all that it waits, and will ask again.</summary>
internal sealed class ScreenLog(Screen screen) : ILoggerProvider, ILogger
{
    private const string OrgCategory = "SalesforceImport.Salesforce";

    public ILogger CreateLogger(string categoryName) => categoryName == OrgCategory ? this : NullLogger.Instance;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            screen.Line(SettingNames.WithOptions(formatter(state, exception)));
        }
    }

    public void Dispose()
    {
    }
}
