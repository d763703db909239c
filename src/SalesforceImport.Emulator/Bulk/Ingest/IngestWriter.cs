using System.Text.Json;
using SalesforceImport.Emulator.Querying.Output;

namespace SalesforceImport.Emulator.Bulk.Ingest;

/// <summary>Writes ingest jobs as JSON, as much of them as each answer shows.</summary>
internal sealed class IngestWriter(Utf8JsonWriter json, EmulatedOrg org, string versionPath)
{
    /// <summary>Writes a job that was just made or moved.</summary>
    public void Write(IngestJob job)
    {
        Begin(job);
        json.WriteEndObject();
    }

    /// <summary>Writes all of a job.</summary>
    public void WriteWhole(IngestJob job)
    {
        Begin(job);
        json.WriteString("jobType", "V2Ingest");
        if (job.Request.Key is { } key)
        {
            json.WriteString("externalIdFieldName", key);
        }

        json.WriteNumber("numberRecordsProcessed", job.Results.Count);
        json.WriteNumber("numberRecordsFailed", job.Results.Count(result => result.Error is not null));
        json.WriteNumber("retries", 0);
        json.WriteNumber("totalProcessingTime", job.IsEnded ? job.Results.Count : 0);
        json.WriteNumber("apiActiveProcessingTime", job.IsEnded ? job.Results.Count : 0);
        json.WriteNumber("apexProcessingTime", 0);
        if (job.Error is { } error)
        {
            json.WriteString("errorMessage", error);
        }

        json.WriteEndObject();
    }

    private void Begin(IngestJob job)
    {
        json.WriteStartObject();
        json.WriteString("id", job.Id.ToString());
        json.WriteString("operation", job.Request.Operation);
        json.WriteString("object", job.Request.Object);
        json.WriteString("createdById", org.IdAt("User", job.Request.User));
        json.WriteString("createdDate", WireText.Timestamp(job.Created));
        json.WriteString("systemModstamp", WireText.Timestamp(job.Since));
        json.WriteString("state", job.State.ToString());
        json.WriteString("concurrencyMode", "Parallel");
        json.WriteString("contentType", "CSV");
        json.WritePropertyName("apiVersion");
        json.WriteRawValue(job.Request.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".0");
        if (job.State == IngestState.Open)
        {
            json.WriteString("contentUrl", $"{versionPath.TrimStart('/')}/jobs/ingest/{job.Id}/batches");
        }

        json.WriteString("lineEnding", job.Request.Format.LineEndingName);
        json.WriteString("columnDelimiter", job.Request.Format.DelimiterName);
    }
}
