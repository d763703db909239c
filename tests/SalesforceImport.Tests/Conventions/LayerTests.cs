using SalesforceImport.Budgeting;
using SalesforceImport.Stores;
using SalesforceImport.Tests.Conventions.Support;

namespace SalesforceImport.Tests.Conventions;

/// <summary>The lines between the folders of the library: see <c>docs/decisions/0014-layers-are-tested.md</c>.</summary>
public sealed class LayerTests
{
    private const string Root = "SalesforceImport";

    /// <summary>Every crossing of a line that stands, and why.</summary>
    private static readonly IReadOnlyList<Excuse> Crossings =
    [
        new("SalesforceImport.Budgeting.CallMeter -> System.TimeProvider", "The meter stamps every call. It is handed the clock, and has none of its own."),
        new("SalesforceImport.ImportJsonContext -> SalesforceImport.Importing.IdPosition", "One source-generated context writes plans, reports and checkpoints."),
        new("SalesforceImport.ImportJsonContext -> SalesforceImport.Importing.RunCheckpoint", "One source-generated context writes plans, reports and checkpoints."),
        new("SalesforceImport.ImportJsonContext -> SalesforceImport.Importing.StepCheckpoint", "One source-generated context writes plans, reports and checkpoints."),
        new("SalesforceImport.ImportJsonContext -> SalesforceImport.Importing.Undoing.UndoCheckpoint", "One source-generated context writes plans, reports and checkpoints."),
        new("SalesforceImport.ImportJsonContext -> SalesforceImport.Importing.Undoing.UndoPlan", "One source-generated context writes plans, reports and checkpoints."),
        new("SalesforceImport.ImportJsonContext -> SalesforceImport.Importing.Undoing.UndoPosition", "One source-generated context writes plans, reports and checkpoints."),
        new("SalesforceImport.ImportJsonContext -> SalesforceImport.Salesforce.Bulk.BulkPosition", "A checkpoint holds where in a Bulk job's results the step stands."),
        new("SalesforceImport.Log -> SalesforceImport.Salesforce.QueryInterruption", "One class has every log message of the package."),
        new("SalesforceImport.Planning.ImportPlanner -> SalesforceImport.Importing.ImporterServices", "The planner asks the org and the journal, and is handed both as one."),
        new("SalesforceImport.Planning.PlanDraft -> SalesforceImport.Importing.ImporterServices", "The planner asks the org and the store, and is handed both as one."),
        new("SalesforceImport.Planning.PlanDraft -> SalesforceImport.Stores.ContactStore", "Some steps go by what the store holds: how much that is, the plan has to say."),
        new("SalesforceImport.Planning.ImportPlanner -> SalesforceImport.Stores.ImportJournal", "The planner counts our own calls of the last 24 hours."),
        new("SalesforceImport.Reporting.ProblemCsv -> System.Data.Common.DbDataReader", "The CSV writer takes rows from one, and there is no database behind it."),
        new("SalesforceImport.Reporting.ProblemCsv -> System.Data.DataColumn", "The CSV writer takes rows from a table, and there is no database behind it."),
        new("SalesforceImport.Reporting.ProblemCsv -> System.Data.DataColumnCollection", "The CSV writer takes rows from a table, and there is no database behind it."),
        new("SalesforceImport.Reporting.ProblemCsv -> System.Data.DataRow", "The CSV writer takes rows from a table, and there is no database behind it."),
        new("SalesforceImport.Reporting.ProblemCsv -> System.Data.DataRowCollection", "The CSV writer takes rows from a table, and there is no database behind it."),
        new("SalesforceImport.Reporting.ProblemCsv -> System.Data.DataTable", "The CSV writer takes rows from a table, and there is no database behind it."),
        new("SalesforceImport.Reporting.ProblemCsv -> System.Data.DataTableReader", "The CSV writer takes rows from a table, and there is no database behind it."),
        new("SalesforceImport.Reporting.ProblemCsv -> System.Data.InternalDataCollectionBase", "The CSV writer takes rows from a table, and there is no database behind it."),
        new("SalesforceImport.Salesforce.Bulk.CsvPage -> System.Data.Common.DbDataReader", "The CSV reader is one, and there is no database behind it."),
    ];

    private static readonly IReadOnlyList<Reference> All = References.In(typeof(ISalesforceImporter).Assembly);

    [Fact]
    public void Every_folder_is_a_layer() =>
        All.Select(reference => FolderOf(reference.FromNamespace)).OfType<string>().Distinct()
            .Should().BeEquivalentTo(Layer.All.Select(layer => layer.Folder));

    [Fact]
    public void A_layer_knows_only_the_layers_and_the_world_that_it_may() =>
        All.Where(Crosses).Select(reference => reference.ToString()).ShouldAllBeExcused(Crossings);

    [Fact]
    public void References_are_found_in_signatures_attributes_and_bodies()
    {
        var ofMeter = All.Where(reference => reference.From == typeof(CallMeter).FullName).Select(reference => reference.To).ToList();

        ofMeter.Should().Contain(typeof(ImportJournal).FullName, "it is a parameter of the constructor");
        ofMeter.Should().Contain(typeof(SemaphoreSlim).FullName, "it is the type of a field");
        ofMeter.Should().Contain(typeof(ChargeResult).FullName, "only the body of an asynchronous method names it");
    }

    private static bool Crosses(Reference reference)
    {
        if (FolderOf(reference.FromNamespace) is not { } from)
        {
            return false;
        }

        var layer = Layer.All.Single(layer => layer.Folder == from);
        return FolderOf(reference.ToNamespace) is { } to
            ? to != from && !layer.MayKnow.Contains(to)
            : layer.MustNotKnow.Any(name => reference.To == name || reference.To.StartsWith(name + ".", StringComparison.Ordinal));
    }

    /// <summary>The first folder below the root; empty for the root, null for what is not the library's.</summary>
    private static string? FolderOf(string name) => name switch
    {
        Root => "",
        "Microsoft.Extensions.DependencyInjection" => null,
        _ when name.StartsWith(Root + ".", StringComparison.Ordinal) => name.Split('.')[1],
        _ => null,
    };
}
