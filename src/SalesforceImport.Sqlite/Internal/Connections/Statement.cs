using System.Text;
using SQLitePCL;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// A prepared statement, kept by its session and used again and again. Parameters are numbered from 1, columns from 0.
/// Disposing of it makes it ready for the next use; its session closes it.
/// </summary>
internal sealed class Statement(Session session, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public Statement Bind(int index, double value)
    {
        Check(raw.sqlite3_bind_double(handle, index, value));
        return this;
    }

    public Statement Bind(int index, string? text) =>
        text is null ? BindNull(index) : Utf8Scratch.With(text, (this, index), static (utf8, target) => target.Item1.BindText(target.index, utf8));

    public Statement Bind(int index, SalesforceId id)
    {
        Span<byte> utf8 = stackalloc byte[18];
        return id.TryFormat(utf8) ? BindText(index, utf8) : BindNull(index);
    }

    public Statement BindText(int index, ReadOnlySpan<byte> utf8)
    {
        // An empty span has no address, which SQLite would take for NULL.
        Check(utf8.IsEmpty ? raw.sqlite3_bind_text(handle, index, string.Empty) : raw.sqlite3_bind_text(handle, index, utf8));
        return this;
    }

    public Statement BindBlob(int index, ReadOnlySpan<byte> bytes)
    {
        Check(bytes.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, index, 0) : raw.sqlite3_bind_blob(handle, index, bytes));
        return this;
    }

    public Statement BindNull(int index)
    {
        Check(raw.sqlite3_bind_null(handle, index));
        return this;
    }

    /// <summary>Goes to the next row; false behind the last one.</summary>
    public bool Step()
    {
        int result = raw.sqlite3_step(handle);
        return result == raw.SQLITE_ROW || (result == raw.SQLITE_DONE ? false : throw Fail(result));
    }

    /// <summary>Runs a statement that returns no rows; the parameters stay bound for the next one.</summary>
    public void Run()
    {
        int result = TryRun();
        if (result != raw.SQLITE_DONE)
        {
            throw session.Fault(result);
        }
    }

    /// <summary>As <see cref="Run"/>, for callers who have an answer to a refusal: the extended result code.</summary>
    public int TryRun()
    {
        int result = raw.sqlite3_step(handle);
        raw.sqlite3_reset(handle);
        return result;
    }

    /// <summary>Whether the statement returns a row.</summary>
    public bool Any()
    {
        bool any = Step();
        Dispose();
        return any;
    }

    /// <summary>The whole number in the first column of the first row; null when there is no row, or no number in it.</summary>
    public long? Number()
    {
        long? number = Step() && !IsNull(0) ? Int64(0) : null;
        Dispose();
        return number;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>SQLite's storage class of the value.</summary>
    public int StorageClass(int column) => raw.sqlite3_column_type(handle, column);

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public double Double(int column) => raw.sqlite3_column_double(handle, column);

    /// <summary>The bytes of a text or blob; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public SalesforceId Id(int column) =>
        SalesforceId.TryParse(Bytes(column), out var id)
            ? id
            : throw new SalesforceImportException($"The SQLite database '{session.File}' holds '{Text(column)}' where a Salesforce id belongs.");

    public SalesforceId? IdOrNull(int column) => IsNull(column) ? null : Id(column);

    public void Dispose() => raw.sqlite3_reset(handle);

    public void Close() => handle.Dispose();

    private SalesforceImportException Fail(int result)
    {
        var fault = session.Fault(result);
        Dispose();
        return fault;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw session.Fault(result);
        }
    }
}
