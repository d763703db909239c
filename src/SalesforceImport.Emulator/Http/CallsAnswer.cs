using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Http;

/// <summary><c>/_emulator/calls</c>: the call log, for tests in other processes.</summary>
internal static class CallsAnswer
{
    public static Task WriteAsync(OrgServices services, HttpContext context)
    {
        var calls = services.Calls.ToList();
        return Answers.JsonAsync(context, 200, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("counted", calls.Sum(call => call.Cost));
            json.WriteStartArray("calls");
            foreach (var call in calls)
            {
                json.WriteStartObject();
                json.WriteNumber("sequence", call.Sequence);
                json.WriteString("time", call.Time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
                json.WriteString("method", call.Method);
                json.WriteString("path", call.Path);
                json.WriteString("query", call.Query);
                json.WriteNumber("status", call.Status);
                json.WriteBoolean("counted", call.Counted);
                json.WriteNumber("cost", call.Cost);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
