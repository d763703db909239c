using SalesforceImport.Emulator.Bulk;
using SalesforceImport.Emulator.Faults;
using SalesforceImport.Emulator.Http.Resources.Jobs;

namespace SalesforceImport.Emulator;

/// <summary>What happens to a request that a fault strikes. The request still counts, as it may with a real org. Immutable.</summary>
public abstract class FaultAction
{
    private protected FaultAction()
    {
    }

    /// <summary>Drops the connection without an answer.</summary>
    public static FaultAction ResetConnection { get; } = new ResetAction();

    /// <summary>Ends the request's session before the request is answered.</summary>
    public static FaultAction ExpireSession { get; } = new ExpireSessionAction();

    /// <summary>Ends the query locator that the request names, or all where it names none, before the request is answered.</summary>
    public static FaultAction ExpireLocator { get; } = new ExpireLocatorAction();

    /// <summary>Lets the Bulk query job that the request makes or names never end.</summary>
    public static FaultAction StickBulkJob { get; } = new DoomJobAction(JobFate.Stuck);

    /// <summary>Aborts the Bulk query job that the request names before the request is answered; the one that it makes, when its time has come.</summary>
    public static FaultAction AbortBulkJob { get; } = new DoomJobAction(JobFate.Abort);

    /// <summary>Answers as usual but without the header <c>Sforce-Locator</c>.</summary>
    public static FaultAction LoseBulkLocator { get; } = new LoseHeaderAction(QueryResultsResource.LocatorHeader);

    /// <summary>Answers with the rows of the page before, as if they were those asked for, and goes on after those.</summary>
    public static FaultAction RepeatPage { get; } = new RepeatPageAction();

    /// <summary>Answers in the org's stead.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its content type; JSON by default.</param>
    /// <returns>The action.</returns>
    public static FaultAction Respond(int status, string body, string contentType = "application/json;charset=UTF-8")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(contentType);
        return new RespondAction(status, body, contentType);
    }

    /// <summary>Answers with no body and no content type.</summary>
    /// <param name="status">The HTTP status; 200 by default.</param>
    /// <returns>The action.</returns>
    public static FaultAction EmptyBody(int status = 200)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return new RespondAction(status, "", null);
    }

    /// <summary>Answers as usual but ends the connection after some bytes of the body, short of the length announced.</summary>
    /// <param name="bytes">How many bytes arrive.</param>
    /// <returns>The action.</returns>
    public static FaultAction TruncateBody(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new TruncateAction(bytes);
    }

    /// <summary>Answers as usual but sends nothing more after some bytes of the body, until the caller gives up.</summary>
    /// <param name="afterBytes">How many bytes arrive; 0, the default, for no answer at all.</param>
    /// <returns>The action.</returns>
    public static FaultAction Stall(long afterBytes = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new StallAction(afterBytes);
    }

    /// <summary>Answers as usual but ends the body in good order after some bytes, as if that were all.</summary>
    /// <param name="bytes">How many bytes arrive.</param>
    /// <returns>The action.</returns>
    public static FaultAction EndBody(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new EndBodyAction(bytes);
    }

    /// <summary>Fails the Bulk query job that the request names before the request is answered; the one that it makes, when its time has come.</summary>
    /// <param name="errorMessage">What the job says of it.</param>
    /// <returns>The action.</returns>
    public static FaultAction FailBulkJob(string errorMessage = "InternalServerError : Retried more than 15 times")
    {
        ArgumentNullException.ThrowIfNull(errorMessage);
        return new DoomJobAction(JobFate.Fail(errorMessage));
    }

    /// <summary>Answers as usual but tells a wrong number of rows in <c>Sforce-NumberOfRecords</c>.</summary>
    /// <param name="by">How many too many; negative for too few.</param>
    /// <returns>The action.</returns>
    public static FaultAction MiscountBulkRows(int by) => new MiscountAction(by);

    /// <summary>Does what is to happen; true where the request is answered by that.</summary>
    internal abstract Task<bool> StrikeAsync(FaultStrike strike);
}
