using Parlot;
using Parlot.Fluent;

namespace SalesforceImport.Emulator.Soql;

/// <summary>A parse of one statement, which remembers the token that no alternative could take.</summary>
internal sealed class SoqlContext : ParseContext
{
    /// <summary>Starts a parse.</summary>
    /// <param name="soql">The whole statement.</param>
    public SoqlContext(string soql)
        : base(new Scanner(soql))
    {
    }

    /// <summary>0-based offset of the furthest token that was tried and refused: the unexpected one, if the parse fails.</summary>
    public int Furthest { get; private set; }

    /// <summary>Notes that a token was refused.</summary>
    /// <param name="offset">0-based offset where it starts.</param>
    public void Refuse(int offset) => Furthest = Math.Max(Furthest, offset);
}
