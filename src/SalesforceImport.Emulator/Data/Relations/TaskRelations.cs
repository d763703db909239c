namespace SalesforceImport.Emulator.Data.Relations;

/// <summary>
/// The relations of generated tasks in an org with shared activities. They repeat from ten tasks to ten tasks: as many relations
/// of the same kinds, so that both directions are arithmetic.
/// </summary>
internal sealed class TaskRelations
{
    private const int Cycle = 10;

    private readonly OrgSizes _sizes;
    private readonly ActivityLinks _links;
    private readonly (int Place, RelationKind Kind)[] _slots;

    /// <summary>Lays out the relations.</summary>
    /// <param name="sizes">The org.</param>
    /// <param name="links">Whom and what its tasks are about.</param>
    /// <param name="withWhat">Whether those to what a task is about are among them.</param>
    public TaskRelations(OrgSizes sizes, ActivityLinks links, bool withWhat)
    {
        (_sizes, _links) = (sizes, links);
        _slots = [.. Enumerable.Range(0, Cycle).SelectMany(place => KindsOf(place, withWhat).Select(kind => (place, kind)))];
    }

    /// <summary>How many relations there are.</summary>
    public long Count => !_sizes.SharedActivities ? 0
        : (_sizes.Tasks / Cycle * _slots.Length) + _slots.Count(slot => slot.Place < _sizes.Tasks % Cycle);

    public long TaskOf(long relation) => (relation / _slots.Length * Cycle) + _slots[relation % _slots.Length].Place;

    public RelationKind KindOf(long relation) => _slots[relation % _slots.Length].Kind;

    /// <summary>The contact that a task is about besides the first; −1 where there is none.</summary>
    public long OtherContactOf(long task) => HasOther(task % Cycle) ? (_links.ContactOf(task) + 1) % _sizes.People : -1;

    /// <summary>How many people, or how many things, a task is about.</summary>
    public int CountOf(long task, bool what) => _slots.Count(slot => slot.Place == task % Cycle && slot.Kind == RelationKind.What == what);

    /// <summary>The relations of a task.</summary>
    public IEnumerable<long> OfTask(long task)
    {
        for (var i = 0; task >= 0 && task < _sizes.Tasks && i < _slots.Length; i++)
        {
            if (_slots[i].Place == task % Cycle)
            {
                yield return (task / Cycle * _slots.Length) + i;
            }
        }
    }

    /// <summary>The tasks that a contact is the other contact of.</summary>
    public IEnumerable<long> TasksOfOther(long contact) => contact < 0 || contact >= _sizes.People
        ? []
        : _links.OfContact((contact + _sizes.People - 1) % _sizes.People).Where(task => HasOther(task % Cycle));

    private IEnumerable<RelationKind> KindsOf(int place, bool withWhat)
    {
        if (_links.ContactOf(place) >= 0 || _links.LeadOf(place) >= 0)
        {
            yield return RelationKind.Who;
        }

        if (HasOther(place))
        {
            yield return RelationKind.OtherContact;
        }

        if (withWhat && (_links.OpportunityOf(place) >= 0 || (ActivityLinks.IsAboutAccount(place) && _sizes.Accounts > 0)))
        {
            yield return RelationKind.What;
        }
    }

    private bool HasOther(long place) => _sizes.People > 1 && place is 0 or 1;
}
