using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Http;

/// <summary>
/// <c>/_emulator/faults</c>: GET lists the names and what is planned, POST plans one, DELETE drops all. So tests in other
/// processes order what is to go wrong.
/// </summary>
internal static class FaultsAnswer
{
    public static async Task AnswerAsync(OrgServices services, HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            using var body = await JsonBody.ReadObjectAsync(context).ConfigureAwait(false);
            services.Faults.Add(Read(body.RootElement));
        }
        else if (HttpMethods.IsDelete(context.Request.Method))
        {
            services.Faults.Clear();
        }
        else if (!HttpMethods.IsGet(context.Request.Method))
        {
            throw new ApiException(405, "METHOD_NOT_ALLOWED", $"HTTP Method '{context.Request.Method}' not allowed. Allowed are GET,POST,DELETE");
        }

        await Answers.JsonAsync(context, 200, json => Write(json, services)).ConfigureAwait(false);
    }

    private static Fault Read(JsonElement body)
    {
        var named = JsonBody.Text(body, "name") is { } name ? Find(name) : null;
        return new Fault
        {
            Name = named?.Name,
            Action = named?.Action ?? Respond(body),
            PathContains = JsonBody.Text(body, "pathContains") ?? named?.PathContains,
            Method = JsonBody.Text(body, "method"),
            CallNumber = Math.Max(1, Whole(body, "callNumber") ?? 1),
            Times = body.TryGetProperty("times", out var times) && times.ValueKind == JsonValueKind.Null ? null : Whole(body, "times") ?? (named is null ? 1 : named.Times),
            Probability = body.TryGetProperty("probability", out var chance) && chance.ValueKind == JsonValueKind.Number && chance.TryGetDouble(out var share) ? Math.Clamp(share, 0, 1) : 1,
            Seed = Whole(body, "seed") ?? 1,
        };
    }

    private static NamedFault Find(string name) => NamedFaults.All.FirstOrDefault(fault => fault.Name == name)
        ?? throw new ApiException(400, "INVALID_INPUT", $"There is no fault '{name}'");

    private static FaultAction Respond(JsonElement body) => Whole(body, "status") is >= 200 and <= 599 and var status
        ? FaultAction.Respond(status, JsonBody.Text(body, "body") ?? "", JsonBody.Text(body, "contentType") ?? Answers.Json)
        : throw new ApiException(400, "INVALID_INPUT", "A fault needs a name, or a status from 200 to 599");

    private static int? Whole(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static void Write(Utf8JsonWriter json, OrgServices services)
    {
        json.WriteStartObject();
        json.WriteStartArray("planned");
        foreach (var fault in services.Faults.ToList())
        {
            json.WriteStartObject();
            json.WriteString("name", fault.Name);
            json.WriteString("pathContains", fault.PathContains);
            json.WriteNumber("callNumber", fault.CallNumber);
            json.WritePropertyName("times");
            if (fault.Times is { } times)
            {
                json.WriteNumberValue(times);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("names");
        foreach (var fault in NamedFaults.All)
        {
            json.WriteStringValue(fault.Name);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
