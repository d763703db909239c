using Microsoft.Extensions.Logging;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>What the store and journal log. Never a value of a row.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Database}: ready for {Kind} with {Properties} properties")]
    public static partial void Prepared(ILogger logger, string database, RecordKind kind, int properties);

    [LoggerMessage(2, LogLevel.Information, "{Database}: run {Run} opened, epoch {Epoch}, sequence {Sequence}")]
    public static partial void Opened(ILogger logger, string database, string run, long epoch, long sequence);

    [LoggerMessage(3, LogLevel.Information, "{Database}: run {Run} closed as {State}")]
    public static partial void Closed(ILogger logger, string database, string run, RunState state);

    [LoggerMessage(4, LogLevel.Warning, "{Database}: change set {Sequence} of run {Run} was not applied: {Outcome}")]
    public static partial void NotApplied(ILogger logger, string database, long sequence, string run, ApplyOutcome outcome);

    [LoggerMessage(5, LogLevel.Information, "{Database}: {Kind} row {Row} was erased")]
    public static partial void Erased(ILogger logger, string database, RecordKind kind, long row);

    [LoggerMessage(6, LogLevel.Warning, "{Database}: the connection was lost under change set {Sequence} of run {Run}, which was not applied; trying again")]
    public static partial void Reconnecting(ILogger logger, string database, long sequence, string run);

    [LoggerMessage(7, LogLevel.Warning, "{Database}: {Texts} texts of {Kind} rows hold NUL characters, which PostgreSQL cannot: each is kept as U+2400. Property {Property} of record {Record} is one of them")]
    public static partial void KeptNul(ILogger logger, string database, int texts, RecordKind kind, string property, SalesforceId record);
}
