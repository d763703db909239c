using static SalesforceImport.Emulator.Faults.Named.Bodies;

namespace SalesforceImport.Emulator.Faults.Named;

/// <summary>Faults of what stands between.</summary>
internal static class NetworkFaults
{
    private const int SomeBytes = 3000;

    public static IReadOnlyList<NamedFault> All { get; } =
    [
        new("maintenance-html", "A page for people, status 503.", null, Html(503, Maintenance)),
        new("maintenance-html-200", "The same page, status 200.", null, Html(200, Maintenance)),
        new("server-busy", "503 in JSON.", DataApi, Error(503, "SERVER_UNAVAILABLE", "Server too busy")),
        new("server-error", "500 with a number for support.", DataApi, Error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred. Please include this ErrorId if you contact support: 1234567-8910 (111213)")),
        new("bad-gateway", "502 from the edge.", null, Html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>")),
        new("too-many-requests", "429, which only machines in between send.", null, Html(429, "<html><body><h1>429 Too Many Requests</h1></body></html>")),
        new("edge-420", "The edge does not know the org.", null, Html(420, "We are setting things up. This process can take a few minutes. This page will auto-refresh when ready. If it takes too long, please contact support or visit our <a>status page</a> for more information.")),
        new("custom-not-acceptable", "406 with nothing.", null, FaultAction.EmptyBody(406)),
        new("empty-body", "200 with nothing.", null, FaultAction.EmptyBody()),
        new("connection-reset", "The connection breaks before the answer.", null, FaultAction.ResetConnection),
        new("truncated-stream", "The connection breaks inside the body.", Rows, FaultAction.TruncateBody(SomeBytes)),
        new("truncated-in-character", "The connection breaks inside a character.", Rows, FaultAction.TruncateInsideCharacter(SomeBytes)),
        new("truncated-gzip", "The body ends early and in good order, compressed where it was asked for so.", Rows, FaultAction.EndBody(SomeBytes / 10)),
        new("wrong-content-length", "The length announced is too small, and no more is sent.", Rows, FaultAction.ShortenBody(SomeBytes / 10)),
        new("silent-stall", "Nothing comes any more, in the middle of the body.", Rows, FaultAction.Stall(SomeBytes)),
        new("no-answer", "Nothing comes at all.", null, FaultAction.Stall()),
        new("slow-trickle", "A hundred bytes every tenth of a second.", Rows, FaultAction.Trickle(100, TimeSpan.FromSeconds(0.1))),
        new("split-characters", "The body comes in pieces of seven bytes, which end inside characters.", Rows, FaultAction.Trickle(7, TimeSpan.Zero)),
    ];
}
