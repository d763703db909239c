using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Faults;

/// <summary>A request that a fault strikes.</summary>
/// <param name="Services">The org.</param>
/// <param name="Http">The request and its answer.</param>
/// <param name="Target">What was asked.</param>
/// <param name="Drop">Drops the connection.</param>
/// <param name="Stopping">Cancelled when the caller gives up or the emulator stops.</param>
internal sealed record FaultStrike(OrgServices Services, HttpContext Http, RequestTarget Target, Action Drop, CancellationToken Stopping);
