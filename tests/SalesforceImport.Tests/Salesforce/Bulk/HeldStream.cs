using System.Text;

namespace SalesforceImport.Tests.Salesforce.Bulk;

/// <summary>A body whose end comes only when it is let go.</summary>
internal sealed class HeldStream(string text, SemaphoreSlim letGo) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    private bool _ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = Read(buffer.Span);
        if (read == 0 && !_ended)
        {
            await letGo.WaitAsync(cancellationToken);
            _ended = true;
        }

        return read;
    }
}
