using System.Globalization;
using System.Text.Json;
using SalesforceImport.Emulator.Querying.Output;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>Writes query jobs as JSON, as much of them as each answer shows. The statement is never shown.</summary>
internal sealed class JobWriter(Utf8JsonWriter json, EmulatedOrg org)
{
    /// <summary>Writes a job that was just made.</summary>
    public void WriteCreated(QueryJob job)
    {
        Begin(job, new JobView(JobState.UploadComplete, job.Created));
        WriteFormat(job);
        json.WriteEndObject();
    }

    /// <summary>Writes a job that was just aborted.</summary>
    public void WriteAborted(QueryJob job)
    {
        Begin(job, job.Look());
        json.WriteEndObject();
    }

    /// <summary>Writes a job of a list.</summary>
    public void WriteListed(QueryJob job)
    {
        Begin(job, job.Look());
        WriteType();
        WriteFormat(job);
        json.WriteEndObject();
    }

    /// <summary>Writes all of a job.</summary>
    public void WriteWhole(QueryJob job)
    {
        var view = job.Look();
        Begin(job, view);
        WriteType();
        WriteFormat(job);
        json.WriteNumber("numberRecordsProcessed", view.Rows?.Count ?? 0);
        json.WriteNumber("retries", 0);
        json.WriteNumber("totalProcessingTime", view.State == JobState.UploadComplete ? 0 : (long)job.ProcessingTime.TotalMilliseconds);
        json.WriteBoolean("isPkChunkingSupported", true);
        if (view.Error is { } error)
        {
            json.WriteString("errorMessage", error);
        }

        json.WriteEndObject();
    }

    private void Begin(QueryJob job, JobView view)
    {
        json.WriteStartObject();
        json.WriteString("id", job.Id.ToString());
        json.WriteString("operation", job.Request.Operation);
        json.WriteString("object", job.Query.Object.Name);
        json.WriteString("createdById", org.IdAt("User", job.Request.User));
        json.WriteString("createdDate", WireText.Timestamp(job.Created));
        json.WriteString("systemModstamp", WireText.Timestamp(view.Since));
        json.WriteString("state", view.State.ToString());
        json.WriteString("concurrencyMode", "Parallel");
        json.WriteString("contentType", "CSV");
        json.WritePropertyName("apiVersion");
        json.WriteRawValue(job.Request.Version.ToString(CultureInfo.InvariantCulture) + ".0");
    }

    private void WriteType() => json.WriteString("jobType", "V2Query");

    private void WriteFormat(QueryJob job)
    {
        json.WriteString("lineEnding", job.Request.Format.LineEndingName);
        json.WriteString("columnDelimiter", job.Request.Format.DelimiterName);
    }
}
