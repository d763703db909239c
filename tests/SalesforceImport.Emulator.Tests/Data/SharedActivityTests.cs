using SalesforceImport.Emulator.Tests.Writing;

namespace SalesforceImport.Emulator.Tests.Data;

public sealed class SharedActivityTests : IAsyncLifetime
{
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    private EmulatedOrg Org => _emulator.Org;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { SharedActivities = true });
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public void Every_task_has_the_relations_that_it_counts()
    {
        var all = Org.Rows("TaskRelation").ToLookup(row => (string)row["TaskId"]!);
        var people = Org.Rows("TaskWhoRelation").ToLookup(row => (string)row["TaskId"]!);
        foreach (var task in Org.Rows("Task", includeHidden: true))
        {
            var who = all[task.Id].Where(row => row["IsWhat"] is false).Select(row => row["RelationId"]).ToList();
            who.Should().BeEquivalentTo(people[task.Id].Select(row => row["RelationId"])).And.HaveCount((int)(long)task["WhoCount"]!);
            if (task["WhoId"] is { } first)
            {
                who.Should().Contain(first);
            }

            var what = all[task.Id].Where(row => row["IsWhat"] is true).Select(row => row["RelationId"]).ToList();
            what.Should().Equal(task["WhatId"] is { } about ? [about] : []).And.HaveCount((int)(long)task["WhatCount"]!);
        }

        people.Should().Contain(relations => relations.Count() > 1);
    }

    [Fact]
    public async Task The_tasks_of_a_contact_are_found_by_their_relations()
    {
        var second = Org.Rows("TaskWhoRelation").First(row => !Equals(Org.Find((string)row["TaskId"]!)!["WhoId"], row["RelationId"]));
        var contact = (string)second["RelationId"]!;
        var expected = Org.Rows("TaskWhoRelation").Where(row => Equals(row["RelationId"], contact)).Select(row => row["TaskId"]);
        (await _client.QueryRecordsAsync($"SELECT TaskId, Type FROM TaskWhoRelation WHERE RelationId = '{contact}'")).Select(row => (object?)row.RequiredString("TaskId"))
            .Should().BeEquivalentTo(expected);
        var parent = (await _client.QueryRecordsAsync($"SELECT Id, (SELECT TaskId FROM TaskWhoRelations) FROM Contact WHERE Id = '{contact}'")).Single();
        ((int)parent["TaskWhoRelations"]!["totalSize"]!).Should().Be(expected.Count());
    }

    [Fact]
    public async Task Relations_follow_whom_a_task_is_about()
    {
        var (first, second, lead) = (Org.IdAt("Contact", 1), Org.IdAt("Contact", 2), Org.IdAt("Lead", 0));
        var task = await _client.CreateAsync("Task", $$"""{"Subject": "Call", "WhoId": "{{first}}", "WhatId": "{{Org.IdAt("Account", 0)}}"}""");
        await _client.CreateAsync("TaskRelation", $$"""{"TaskId": "{{task}}", "RelationId": "{{second}}", "IsWhat": false}""");
        People(task).Should().Equal(first, second);
        (Org.Find(task)!["WhoCount"], Org.Find(task)!["WhatCount"]).Should().Be((2L, 1L));
        (await _client.PostAsync("sobjects/TaskRelation", $$"""{"TaskId": "{{task}}", "RelationId": "{{second}}"}""")).Error.Code.Should().Be("DUPLICATE_VALUE");
        (await _client.PostAsync("sobjects/TaskRelation", $$"""{"TaskId": "{{task}}", "RelationId": "{{lead}}"}""")).Error.Code.Should().Be("FIELD_INTEGRITY_EXCEPTION");

        await _client.PatchAsync($"sobjects/Task/{task}", $$"""{"WhoId": "{{Org.IdAt("Contact", 3)}}"}""");
        People(task).Should().Equal(second, Org.IdAt("Contact", 3));
        var relation = Org.Rows("TaskRelation").Single(row => Equals(row["TaskId"], task) && Equals(row["RelationId"], second));
        await _client.DeleteAsync($"sobjects/TaskRelation/{relation.Id}");
        People(task).Should().Equal(Org.IdAt("Contact", 3));
        Org.Find(task)!["WhoCount"].Should().Be(1L);
        (await _client.CountAsync($"SELECT COUNT() FROM TaskRelation WHERE Id = '{relation.Id}'", all: true)).Should().Be(0, "it leaves the recycle bin out");
    }

    [Fact]
    public async Task Without_the_feature_there_is_no_such_object()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        (await client.QueryErrorAsync("SELECT Id FROM TaskRelation")).Code.Should().Be("INVALID_TYPE");
        (await client.QueryErrorAsync("SELECT WhoCount FROM Task")).Code.Should().Be("INVALID_FIELD");
        FluentActions.Invoking(() => emulator.Org.Count("TaskWhoRelation")).Should().Throw<ArgumentException>();
    }

    private IEnumerable<object?> People(string task) => Org.Rows("TaskWhoRelation").Where(row => Equals(row["TaskId"], task)).Select(row => row["RelationId"]);
}
