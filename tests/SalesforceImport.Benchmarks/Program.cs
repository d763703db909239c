using System.CommandLine;
using SalesforceImport.Benchmarks;

var contacts = new Option<long[]>("--contacts")
{
    Description = "How many contacts to import; several sizes show what grows with the size.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [200_000],
};
var runs = new Option<int>("--runs") { Description = "How often; the median is reported.", DefaultValueFactory = _ => 3 };
var write = new Option<bool>("--write") { Description = "Put the result into docs/benchmarks.md, with a description of this machine." };
var serveOnly = new Option<bool>("--serve-only") { Description = "Import nothing: read the emulated org to its end by REST and by Bulk, to see that no import has to wait for it." };
var root = new RootCommand("Measures an import over HTTP into SQLite against 'sqlite3 .import' of the same rows.") { contacts, runs, write, serveOnly };
root.SetAction((arguments, cancellationToken) => arguments.GetValue(serveOnly)
    ? ServingSpeed.RunAsync(arguments.GetRequiredValue(contacts)[0], arguments.GetValue(runs), cancellationToken)
    : Comparison.RunAsync(arguments.GetRequiredValue(contacts), arguments.GetValue(runs), arguments.GetValue(write), cancellationToken));

// The import runs in a process of its own, so that its peak of memory is its own.
var file = new Argument<string>("file");
var child = new Command(ImportProcess.CommandName) { Hidden = true };
child.Add(file);
child.SetAction((arguments, cancellationToken) => ImportProcess.RunAsync(arguments.GetRequiredValue(file), cancellationToken));
root.Add(child);

return await root.Parse(args).InvokeAsync();
