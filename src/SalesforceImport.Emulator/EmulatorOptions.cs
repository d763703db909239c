using Microsoft.Extensions.Logging;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator;

/// <summary>
/// How an emulated org is made. The same <see cref="Seed"/> and sizes are the same org, id for id and value for value, in every
/// process and on every machine. Read once by <see cref="SalesforceEmulator.StartAsync"/>; later changes have no effect.
/// </summary>
public sealed class EmulatorOptions
{
    /// <summary>The most records that an org can be made with, of any one object: 1,000,000,000.</summary>
    public const long MaxRecords = 1_000_000_000;

    /// <summary>Options of an org without any records but its users, for tests that insert their own.</summary>
    /// <returns>The options, all else as by default.</returns>
    public static EmulatorOptions Empty() => new()
    {
        Leads = 0,
        Contacts = 0,
        Accounts = 0,
        Opportunities = 0,
        Tasks = 0,
        Campaigns = 0,
        Events = 0,
    };

    /// <summary>The TCP port on the loopback interface; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>How many leads the org has; about 8 % of them are converted. Default 1,200.</summary>
    public long Leads { get; set; } = 1200;

    /// <summary>How many contacts the org has. Default 3,400. Rows are computed when asked for, so millions cost no memory.</summary>
    public long Contacts { get; set; } = 3400;

    /// <summary>How many accounts the org has. Default 800.</summary>
    public long Accounts { get; set; } = 800;

    /// <summary>How many opportunities the org has; each has one or two contact roles. Default 600.</summary>
    public long Opportunities { get; set; } = 600;

    /// <summary>How many tasks the org has, the few archived ones included, which a plain query does not see. Default 2,000.</summary>
    public long Tasks { get; set; } = 2000;

    /// <summary>How many campaigns the org has; one in three is inactive. Each holds an eighth of all people, at most 20,000. Default 6.</summary>
    public int Campaigns { get; set; } = 6;

    /// <summary>How many events the org has, a few archived ones included. Default 400.</summary>
    public long Events { get; set; } = 400;

    /// <summary>Whether a tenth of the tasks is archived, instead of a few. Default false.</summary>
    public bool ArchivedActivities { get; set; }

    /// <summary>
    /// How many person accounts the org has, each an account and a contact on top of the others; null, the default, where it does
    /// not have the feature. With it, an account that is made with a LastName is a person.
    /// </summary>
    public long? PersonAccounts { get; set; }

    /// <summary>
    /// Whether a task can be about up to 50 contacts, with <c>TaskRelation</c>, <c>TaskWhoRelation</c>, <c>WhoCount</c> and
    /// <c>WhatCount</c>, which do not exist otherwise. Default false.
    /// </summary>
    public bool SharedActivities { get; set; }

    /// <summary>Whether accounts can be campaign members, with an <c>AccountId</c> on these. Default false.</summary>
    public bool AccountsAsCampaignMembers { get; set; }

    /// <summary>Whether records have a <c>CurrencyIsoCode</c>: US dollars, or euros or pounds for two of ten. Default false.</summary>
    public bool MultipleCurrencies { get; set; }

    /// <summary>What makes one org differ from another of the same sizes. Default 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>How many API requests the org allows in any 24 hours. Default 15,000.</summary>
    public int DailyApiRequestLimit { get; set; } = 15_000;

    /// <summary>How many of these are used already when the emulator starts, by others. Default 0.</summary>
    public int ApiRequestsAlreadyUsed { get; set; }

    /// <summary>How many requests may run for twenty seconds or longer at the same time. Default 25; Developer orgs have 5.</summary>
    public int ConcurrentLongRequestLimit { get; set; } = 25;

    /// <summary>How far behind the clock the answers of <c>updated</c> and <c>deleted</c> are. Default zero.</summary>
    public TimeSpan ReplicationLag { get; set; }

    /// <summary>Whether the user may read <c>/limits</c>. Default true.</summary>
    public bool LimitsPermission { get; set; } = true;

    /// <summary>Whether the org's edition has the API. Default true.</summary>
    public bool ApiEnabled { get; set; } = true;

    /// <summary>The most records of a page, from 200 to 2,000. Default 2,000.</summary>
    public int PageSize { get; set; } = 2000;

    /// <summary>How Bulk API 2.0 jobs run.</summary>
    public BulkOptions Bulk { get; } = new();

    /// <summary>How long an unused session lives. Default two hours.</summary>
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long a query locator lives. Default two days.</summary>
    public TimeSpan LocatorLifetime { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How long a query may look for its rows, by <see cref="TimeProvider"/>. Default two minutes.</summary>
    public TimeSpan QueryTimeLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether a refresh token can be used once only and is replaced at each use. Default false.</summary>
    public bool RotateRefreshTokens { get; set; }

    /// <summary>Apps that may sign in with a JWT. More can be registered while the emulator runs.</summary>
    public IList<JwtApp> JwtApps { get; } = [];

    /// <summary>
    /// Where a browser may be sent back to by the web server flow, compared character by character. Empty, the default, for
    /// anywhere.
    /// </summary>
    public IList<string> CallbackUrls { get; } = [];

    /// <summary>The org's clock. Default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the emulator logs; null, the default, for nowhere. Tokens and record values are never logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    internal OrgFeatures Features =>
        (PersonAccounts is null ? OrgFeatures.None : OrgFeatures.PersonAccounts)
        | (SharedActivities ? OrgFeatures.SharedActivities : OrgFeatures.None)
        | (AccountsAsCampaignMembers ? OrgFeatures.AccountsAsCampaignMembers : OrgFeatures.None)
        | (MultipleCurrencies ? OrgFeatures.MultipleCurrencies : OrgFeatures.None);

    internal OrgSizes Sizes => new((ulong)Seed, Leads, Contacts, Accounts, Opportunities, Tasks, Campaigns, Events, ArchivedActivities, SharedActivities, PersonAccounts ?? 0);

    internal EmulatorOptions Validated()
    {
        CheckSize(Leads);
        CheckSize(Contacts);
        CheckSize(Accounts);
        CheckSize(Opportunities);
        CheckSize(Tasks);
        CheckSize(Campaigns);
        CheckSize(Events);
        CheckSize(PersonAccounts ?? 0);
        ArgumentOutOfRangeException.ThrowIfNegative(ApiRequestsAlreadyUsed);
        ArgumentOutOfRangeException.ThrowIfNegative(DailyApiRequestLimit);
        ArgumentOutOfRangeException.ThrowIfNegative(ConcurrentLongRequestLimit);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReplicationLag, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(PageSize, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PageSize, 2000);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(SessionTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(LocatorLifetime, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        Bulk.Validate();
        return this;
    }

    private static void CheckSize(long size, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(size))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MaxRecords, name);
    }
}
