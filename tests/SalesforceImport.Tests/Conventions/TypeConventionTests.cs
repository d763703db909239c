using SalesforceImport.Stores;
using SalesforceImport.Tests.Conventions.Support;

namespace SalesforceImport.Tests.Conventions;

public sealed class TypeConventionTests
{
    private static readonly IReadOnlyList<Excuse> MadeToBeDerivedFrom =
    [
        new("SalesforceImport.SalesforceImportException", "The root of the library's exceptions."),
        new("SalesforceImport.Salesforce.SalesforceException", "What the org says; a failed sign-in is one."),
        new("SalesforceImport.Emulator.SalesforceEmulatorFixture", "A test class's fixture, whose org a derived one chooses."),
    ];

    private static readonly IReadOnlyList<Excuse> NotReachable =
    [
        new("SalesforceImport.Emulator.SalesforceEmulatorFixture", "The test framework makes it, named by a test class."),
    ];

    [Fact]
    public void Classes_are_sealed_unless_they_are_abstract() =>
        Library.Types
            .Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false })
            .Select(type => type.FullName!)
            .ShouldAllBeExcused(MadeToBeDerivedFrom);

    [Fact]
    public void Exceptions_derive_from_the_one_root() =>
        Library.PublicTypes
            .Where(type => type.IsAssignableTo(typeof(Exception)) && !type.IsAssignableTo(typeof(SalesforceImportException)))
            .Select(type => type.FullName!)
            .ShouldBeNone();

    [Fact]
    public void A_type_is_public_only_if_a_caller_can_come_to_it() =>
        Library.PublicTypes.Except(Reachable()).Select(type => type.FullName!).ShouldAllBeExcused(NotReachable);

    [Fact]
    public void An_interface_has_something_that_implements_it() =>
        Library.Types
            .Where(type => type.IsInterface && !Library.Types.Any(candidate => !candidate.IsInterface && candidate.IsAssignableTo(type)))
            .Select(type => type.FullName!)
            .ShouldBeNone();

    /// <summary>
    /// What can be got at from where callers begin: extension methods and other static classes, exceptions, stores and
    /// journals, what those name, and what derives from what they name.
    /// </summary>
    private static HashSet<Type> Reachable()
    {
        var reached = new HashSet<Type>();
        var waiting = new Queue<Type>(Library.PublicTypes.Where(IsEntrance));
        while (waiting.TryDequeue(out var type))
        {
            if (Library.Assemblies.Contains(type.Assembly) && reached.Add(type))
            {
                foreach (var next in Signatures.Of(type).Select(part => part.Type).Concat(Library.PublicTypes.Where(derived => derived.BaseType == type)))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return reached;
    }

    private static bool IsEntrance(Type type) =>
        type is { IsAbstract: true, IsSealed: true }
        || type == typeof(ISalesforceImporter)
        || type.IsAssignableTo(typeof(Exception))
        || type.IsAssignableTo(typeof(ContactStore))
        || type.IsAssignableTo(typeof(ImportJournal))
        || type.Name == "SalesforceEmulator";
}
