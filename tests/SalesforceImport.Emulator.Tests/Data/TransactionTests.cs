namespace SalesforceImport.Emulator.Tests.Data;

public sealed class TransactionTests
{
    private readonly EmulatedOrg _org = new(new EmulatorOptions { Leads = 10 });

    [Fact]
    public void Changes_without_a_commit_leave_nothing_behind()
    {
        using (_org.Begin())
        {
            _org.Delete(_org.IdAt("Lead", 0));
            _org.Count("Lead").Should().Be(9);
        }

        _org.Count("Lead").Should().Be(10);
    }

    [Fact]
    public async Task Others_see_a_change_when_it_is_committed_and_wait_with_theirs()
    {
        Task other;
        Task<long> seen;
        using (var transaction = _org.Begin())
        {
            _org.Delete(_org.IdAt("Lead", 0));
            using (ExecutionContext.SuppressFlow())
            {
                other = Task.Run(() => _org.Delete(_org.IdAt("Lead", 1)), TestContext.Current.CancellationToken);
                seen = Task.Run(() => _org.Count("Lead"), TestContext.Current.CancellationToken);
            }

            (await seen).Should().Be(10);
            other.IsCompleted.Should().BeFalse();
            transaction.Commit();
        }

        await other;
        _org.Count("Lead").Should().Be(8);
    }

    [Theory]
    [InlineData(true, 8)]
    [InlineData(false, 9)]
    public void A_transaction_inside_another_can_fail_by_itself(bool commit, int left)
    {
        using (var outer = _org.Begin())
        {
            _org.Delete(_org.IdAt("Lead", 0));
            using (var inner = _org.Begin())
            {
                _org.Delete(_org.IdAt("Lead", 1));
                if (commit)
                {
                    inner.Commit();
                }
            }

            outer.Commit();
        }

        _org.Count("Lead").Should().Be(left);
    }
}
