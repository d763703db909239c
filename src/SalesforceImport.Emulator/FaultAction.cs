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

    /// <summary>Ends every refresh token, as if someone else had used or revoked them; sessions stay.</summary>
    public static FaultAction RevokeRefreshTokens { get; } = new RevokeRefreshTokensAction();

    /// <summary>Answers as usual but with a NUL in the first text of a record, escaped in JSON, as it is in CSV.</summary>
    public static FaultAction InsertNul { get; } = new RewriteAction(Rewrites.InsertNul);

    /// <summary>Lets two things happen to the same request.</summary>
    /// <param name="first">What happens first.</param>
    /// <param name="second">What happens then, unless the request is answered by the first.</param>
    /// <returns>The action.</returns>
    public static FaultAction Both(FaultAction first, FaultAction second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new BothAction(first, second);
    }

    /// <summary>The action of a fault with a name, without its path and number.</summary>
    /// <param name="name">One of <see cref="NamedFaults.All"/>.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static FaultAction Named(string name) => NamedFaults.Get(name).Action;

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

    /// <summary>
    /// Answers as usual, uncompressed, but ends the connection inside the first character of several bytes that follows some
    /// bytes of the body, short of the length announced.
    /// </summary>
    /// <param name="afterBytes">How many bytes arrive at least.</param>
    /// <returns>The action.</returns>
    public static FaultAction TruncateInsideCharacter(long afterBytes = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new RewriteAction((body, _) => Rewrites.CutInsideCharacter(body, afterBytes));
    }

    /// <summary>Answers as usual, uncompressed, but announces and sends fewer bytes than the body has.</summary>
    /// <param name="by">How many bytes are missing at its end.</param>
    /// <returns>The action.</returns>
    public static FaultAction ShortenBody(long by)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(by);
        return new RewriteAction((body, _) => Rewrites.Shorten(body, by));
    }

    /// <summary>Answers as usual but in small pieces, with a pause after each.</summary>
    /// <param name="bytes">The size of a piece.</param>
    /// <param name="every">The pause, by the org's clock; zero for none.</param>
    /// <returns>The action.</returns>
    public static FaultAction Trickle(int bytes, TimeSpan every)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, TimeSpan.Zero);
        return new TrickleAction(bytes, every);
    }

    /// <summary>Does what is to happen; true where the request is answered by that.</summary>
    internal abstract Task<bool> StrikeAsync(FaultStrike strike);

    /// <summary>Comes after the org has answered, where the request was not answered by the strike.</summary>
    internal virtual Task FinishAsync(FaultStrike strike) => Task.CompletedTask;
}
