using Microsoft.Extensions.Logging;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Data.Editing;
using SalesforceImport.Emulator.Data.Editing.Wire;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Bulk.Ingest;

/// <summary>
/// An ingest job. Once its data are complete time alone moves it on, whether anybody looks or not. Thread-safe.
/// </summary>
internal sealed class IngestJob(RecordId id, IngestRequest request, EmulatedOrg org, EmulatorOptions options, ILogger logger) : IDisposable
{
    private const int RowsPerTransaction = 200;

    // No timer waits for longer; a job that does is seen to when somebody asks for it.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    private readonly Lock _lock = new();
    private readonly List<IngestResult> _results = [];
    private DateTimeOffset _started;
    private ITimer? _timer;

    public RecordId Id => id;

    public IngestRequest Request => request;

    public DateTimeOffset Created { get; } = org.Now;

    public IngestState State { get; private set; }

    /// <summary>Since when the job has been in its state.</summary>
    public DateTimeOffset Since { get; private set; } = org.Now;

    /// <summary>What went wrong with the whole job; null for nothing.</summary>
    public string? Error { get; private set; }

    /// <summary>The data as they were uploaded; empty before.</summary>
    public byte[] Data { get; private set; } = [];

    /// <summary>What became of each row, in order; only of those tried.</summary>
    public IReadOnlyList<IngestResult> Results => _results;

    public bool IsEnded => State >= IngestState.JobComplete;

    /// <summary>Moves the job on as far as time allows.</summary>
    public IngestJob Look()
    {
        lock (_lock)
        {
            var now = org.Now;
            if (State == IngestState.UploadComplete && now >= Since + options.Bulk.QueueTime)
            {
                _started = Since + options.Bulk.QueueTime;
                Move(IngestState.InProgress, _started);
            }

            if (State == IngestState.InProgress && now >= _started + options.Bulk.ProcessingTime)
            {
                Run();
            }

            return this;
        }
    }

    /// <summary>Takes the data; false where the job is not open or has some already.</summary>
    public bool TryUpload(byte[] data)
    {
        lock (_lock)
        {
            if (State != IngestState.Open || Data.Length > 0)
            {
                return false;
            }

            Data = data;
            return true;
        }
    }

    /// <summary>Starts or aborts the job at a user's wish; false where its state does not allow that.</summary>
    public bool TryMove(IngestState wanted)
    {
        lock (_lock)
        {
            if (wanted == IngestState.UploadComplete ? State != IngestState.Open : Look().IsEnded)
            {
                return false;
            }

            Move(wanted, org.Now);
            if (!Look().IsEnded)
            {
                _timer = StartTimer();
            }

            return true;
        }
    }

    /// <summary>Leaves the job where it is, however much time goes by.</summary>
    public void Dispose() => _timer?.Dispose();

    private void Run()
    {
        try
        {
            using var upload = new UploadReader(Data, request.Format);
            var rows = new IngestRows(request, org.Snapshot.Schema, upload.Names);
            while (Take(upload) is { Count: > 0 } some)
            {
                var results = org.Edit(editor => BatchWriter.Write(editor, some, rows.Write, allOrNone: false), request.User);
                _results.AddRange(results.Select(result => new IngestResult(result.Id, result.Created, result.Error is { } error ? Text(error) : null)));
            }

            Move(IngestState.JobComplete, _started + options.Bulk.ProcessingTime);
        }
        catch (IngestException broken)
        {
            Fail(broken.Message);
        }
        catch (Exception failure) when (failure is not IngestException)
        {
            // Nobody may be there to take the blame, and a timer's exception would end the process.
            Log.JobFailed(logger, failure, id.ToString());
            Fail("InternalServerError : The job could not be processed");
        }
    }

    private void Fail(string error)
    {
        Error = error;
        Move(IngestState.Failed, _started + options.Bulk.ProcessingTime);
    }

    private static List<IReadOnlyList<string>> Take(UploadReader upload)
    {
        var rows = new List<IReadOnlyList<string>>();
        while (rows.Count < RowsPerTransaction && upload.Read())
        {
            rows.Add(upload.Values);
        }

        return rows;
    }

    private void Move(IngestState state, DateTimeOffset at)
    {
        (State, Since) = (state, at);
        if (IsEnded)
        {
            Dispose();
        }
    }

    private ITimer StartTimer()
    {
        // The job runs on its own, not within the transaction of the request that completed it.
        using var alone = ExecutionContext.SuppressFlow();
        var due = options.Bulk.QueueTime + options.Bulk.ProcessingTime;
        return options.TimeProvider.CreateTimer(
            static job => ((IngestJob)job!).Look(), this, due < LongestTimer ? due : LongestTimer, Timeout.InfiniteTimeSpan);
    }

    private static string Text(WriteException error) => $"{error.ErrorCode}:{error.Message}:{string.Join(' ', error.Fields)} --";
}
