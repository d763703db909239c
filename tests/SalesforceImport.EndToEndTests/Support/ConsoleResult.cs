using System.Text.Json;

namespace SalesforceImport.EndToEndTests.Support;

/// <summary>What the program left behind: exit code and both streams.</summary>
internal sealed record ConsoleResult(int ExitCode, string Output, string Error)
{
    /// <summary>The last line of standard output, read as JSON.</summary>
    public JsonElement Json
    {
        get
        {
            string line = Output.TrimEnd('\r', '\n').Split('\n')[^1];
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        }
    }

    public string State => Json.GetProperty("state").GetString()!;

    public string Run => Json.GetProperty("run").GetString()!;

    public long Calls => Json.GetProperty("calls").GetProperty("used").GetInt64();

    public long Count(string sObject, string number) => Json.GetProperty("objects").GetProperty(sObject).GetProperty(number).GetInt64();

    /// <summary>One number over all objects.</summary>
    public long Total(string number) =>
        Json.GetProperty("objects").EnumerateObject().Sum(entry => entry.Value.GetProperty(number).GetInt64());

    public ConsoleResult ShouldExitWith(int code)
    {
        ExitCode.Should().Be(code, "the program said: {0}{1}", Output, Error);
        (Output + Error).Should().NotMatchRegex(@"(?m)^\s+at \S+\(.*\)", "nobody should meet a stack trace");
        return this;
    }
}
