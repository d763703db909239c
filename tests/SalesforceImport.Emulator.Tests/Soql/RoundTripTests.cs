using CsCheck;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Tests.Soql;

public sealed class RoundTripTests
{
    [Fact]
    public void Any_tree_written_as_soql_is_read_as_the_same_tree() =>
        Gen.Select(SoqlGen.Statement, Gen.Int).Sample((tree, seed) =>
        {
            var soql = new SoqlPrinter(new Random(seed)).Print(tree);
            SoqlDump.Of(SoqlParser.Parse(soql)).Should().Be(SoqlDump.Of(tree), because: soql);
        });

    [Fact]
    public void A_statement_with_a_piece_cut_out_is_read_or_refused_and_nothing_else() =>
        Gen.Select(SoqlGen.Statement, Gen.Int, Gen.Int[0, 1_000], Gen.Int[1, 20]).Sample((tree, seed, at, length) =>
        {
            var soql = new SoqlPrinter(new Random(seed)).Print(tree);
            var start = soql.Length * at / 1_001;
            var broken = soql.Remove(start, Math.Min(length, soql.Length - start));
            try
            {
                SoqlParser.Parse(broken).Text.Should().Be(broken);
            }
            catch (SoqlException refusal)
            {
                refusal.ErrorCode.Should().NotBeEmpty();
            }
        });
}
