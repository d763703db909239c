using System.Text;
using System.Text.Json;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>Reads one page of a query, record by record, into batches. Not thread-safe.</summary>
internal sealed class QueryPageSink(
    string sObject, IReadOnlyList<QueryColumn> columns, ColumnNode root, RecordBatchBuilder batch, bool rowsAlone = false) : JsonSink
{
    private ColumnNode? _node;
    private ColumnSlot? _slot;
    private Place _place = Place.Start;
    private Key _key;
    private int _skipDepth = -1;

    private enum Place
    {
        Start,
        Page,
        Records,
        Record,
    }

    private enum Key
    {
        Other,
        TotalSize,
        Done,
        Next,
        Records,
    }

    /// <summary>The rows of the whole query, once the page has told.</summary>
    public long? TotalSize { get; private set; }

    public bool? Done { get; private set; }

    public string? NextRecordsUrl { get; private set; }

    /// <summary>Whether the page had its list of records: without one it is no page.</summary>
    public bool HasRecords { get; private set; }

    /// <summary>The records of this page that are whole.</summary>
    public long Records { get; private set; }

    public override string Where
    {
        get
        {
            string record = $"record {Records + 1} of a page of {sObject}";
            return _place != Place.Record ? $"a page of {sObject}"
                : _slot is null ? record
                : $"the field {sObject}.{(_slot.Column >= 0 ? columns[_slot.Column].Path : Encoding.UTF8.GetString(_slot.Name))}, {record}";
        }
    }

    /// <summary>The start of the page has been read already.</summary>
    public void Begin() => _place = Place.Page;

    public override SinkState Take(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (_skipDepth >= 0)
            {
                if (reader.CurrentDepth == _skipDepth)
                {
                    _skipDepth = -1;
                }

                continue;
            }

            var state = _place switch
            {
                Place.Record => TakeInRecord(ref reader),
                Place.Records => TakeInRecords(ref reader),
                Place.Page => TakeInPage(ref reader),
                _ => TakeStart(ref reader),
            };
            if (state != SinkState.NeedMore)
            {
                return state;
            }
        }

        return SinkState.NeedMore;
    }

    private static JsonException Unexpected(string what) => new($"Unexpected: {what}.");

    private SinkState TakeStart(ref Utf8JsonReader reader)
    {
        if (rowsAlone)
        {
            _place = reader.TokenType == JsonTokenType.StartArray ? Place.Records : throw Unexpected("no list");
            HasRecords = true;
            return SinkState.NeedMore;
        }

        _place = reader.TokenType == JsonTokenType.StartObject ? Place.Page : throw Unexpected("no object");
        return SinkState.NeedMore;
    }

    private SinkState TakeInPage(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject:
                return SinkState.Ended;
            case JsonTokenType.PropertyName:
                _key = reader.ValueTextEquals("records"u8) ? Key.Records
                    : reader.ValueTextEquals("totalSize"u8) ? Key.TotalSize
                    : reader.ValueTextEquals("done"u8) ? Key.Done
                    : reader.ValueTextEquals("nextRecordsUrl"u8) ? Key.Next
                    : Key.Other;
                break;
            case JsonTokenType.StartArray when _key == Key.Records:
                HasRecords = true;
                _place = Place.Records;
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                _skipDepth = reader.CurrentDepth;
                break;
            case JsonTokenType.Number when _key == Key.TotalSize:
                TotalSize = reader.TryGetInt64(out long size) ? size : throw Unexpected("a total that is no whole number");
                break;
            case JsonTokenType.True or JsonTokenType.False when _key == Key.Done:
                Done = reader.TokenType == JsonTokenType.True;
                break;
            case JsonTokenType.String when _key == Key.Next:
                byte[] url = new byte[JsonText.MaxDecodedLength(reader.ValueSpan)];
                NextRecordsUrl = Encoding.UTF8.GetString(url, 0, JsonText.Decode(reader.ValueSpan, url));
                break;
        }

        return SinkState.NeedMore;
    }

    private SinkState TakeInRecords(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _place = Place.Page;
            return rowsAlone ? SinkState.Ended : SinkState.NeedMore;
        }

        if (rowsAlone && reader.TokenType == JsonTokenType.Null)
        {
            return SinkState.NeedMore;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected("a record that is no object");
        }

        // Only now is it certain that the full batch is not the last.
        bool full = batch.IsFull;
        if (full)
        {
            batch.SetAside(TotalSize);
        }

        batch.BeginRow();
        _node = root;
        _node.Enter();
        _slot = null;
        _place = Place.Record;
        return full ? SinkState.Paused : SinkState.NeedMore;
    }

    private SinkState TakeInRecord(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _slot = _node!.Find(ref reader);
                break;
            case JsonTokenType.EndObject:
                return EndObject();
            case JsonTokenType.StartObject when _slot!.Child is { } child:
                _node = child;
                child.Enter();
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                if (_slot!.Column >= 0)
                {
                    batch.AddProblem(_slot.Column, $"is no {columns[_slot.Column].Type}");
                }

                _skipDepth = reader.CurrentDepth;
                break;
            default:
                TakeScalar(ref reader);
                break;
        }

        return SinkState.NeedMore;
    }

    private SinkState EndObject()
    {
        _slot = null;
        if (_node!.Parent is { } parent)
        {
            _node = parent;
            return SinkState.NeedMore;
        }

        batch.CommitRow();
        _place = Place.Records;
        return ++Records == 1 ? SinkState.Paused : SinkState.NeedMore;
    }

    private void TakeScalar(ref Utf8JsonReader reader)
    {
        int column = _slot!.Column;
        if (column >= 0 && ColumnValue.Read(ref reader, columns[column].Type, batch.Text, ref batch.CurrentRow[column]) is { } problem)
        {
            batch.AddProblem(column, problem);
        }
    }
}
