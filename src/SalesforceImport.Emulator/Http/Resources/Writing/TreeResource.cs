using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Data.Editing;
using SalesforceImport.Emulator.Data.Editing.Wire;

namespace SalesforceImport.Emulator.Http.Resources.Writing;

/// <summary>POST <c>/composite/tree/X</c>: makes records with their children, all of them or none.</summary>
internal sealed class TreeResource : IResource
{
    private const int MostRecords = 200;

    public string Pattern => "composite/tree/*";

    public IReadOnlyList<string> Methods => ["POST"];

    public async Task AnswerAsync(Exchange exchange)
    {
        var root = ObjectNames.Find(exchange, exchange.Arguments[0]);
        using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
        var nodes = TreeNode.Read(exchange.Services.Org.Snapshot.Schema, root, body.RootElement).Take(MostRecords + 1).ToList();
        Check(nodes);
        var results = exchange.Services.Org.Edit(editor => Write(editor, nodes), exchange.Session.User);
        var failed = results.Any(result => result.Error is not null);
        await Answers.JsonAsync(exchange.Http, failed ? 400 : 201, json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("hasErrors", failed);
            json.WriteStartArray("results");
            foreach (var (node, result) in nodes.Zip(results).Where(pair => !failed || pair.Second.Error is not null))
            {
                json.WriteStartObject();
                json.WriteString("referenceId", node.Reference);
                if (failed)
                {
                    WriteAnswers.WriteErrors(json, result.Error);
                }
                else
                {
                    json.WriteString("id", result.Id.ToString());
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }).ConfigureAwait(false);
    }

    private static void Check(List<TreeNode> nodes)
    {
        if (nodes.Count is 0 or > MostRecords)
        {
            throw new ApiException(400, "INVALID_INPUT", $"A tree has between 1 and {MostRecords} records.");
        }

        var twice = nodes.CountBy(node => node.Reference, StringComparer.Ordinal).FirstOrDefault(pair => pair.Value > 1).Key;
        if (twice is not null)
        {
            throw new ApiException(400, "INVALID_INPUT", $"Duplicate ReferenceId provided in the request: {twice}");
        }
    }

    // The children of a record that was refused are not tried, and say nothing of their own.
    private static List<WriteResult> Write(OrgEditor editor, List<TreeNode> nodes)
    {
        var before = editor.Snapshot;
        var ids = new Dictionary<TreeNode, RecordId>(ReferenceEqualityComparer.Instance);
        var writer = new RecordWriter(editor);
        var results = new List<WriteResult>();
        foreach (var node in nodes)
        {
            results.Add(Write(writer, node, ids));
        }

        if (results.Exists(result => result.Error is not null))
        {
            editor.Restore(before);
        }

        return results;
    }

    private static WriteResult Write(RecordWriter writer, TreeNode node, Dictionary<TreeNode, RecordId> ids)
    {
        RecordId parent = default;
        if (node.Parent is not null && !ids.TryGetValue(node.Parent, out parent))
        {
            return new WriteResult(default);
        }

        try
        {
            var result = writer.Create(node.Definition, node.Parent is null ? node.Record : node.Record.With(node.ParentField, parent.ToString()));
            ids[node] = result.Id;
            return result;
        }
        catch (WriteException refusal)
        {
            return WriteResult.Refused(refusal);
        }
    }
}
