using System.Globalization;

namespace SalesforceImport.Tests.Importing;

/// <summary>A small org, made from a seed: people with shared e-mails, conversions, blanks and opt-outs.</summary>
internal sealed class World
{
    private static readonly string?[] Emails = ["a@x.test", "B@x.test", "c@x.test", "d@x.test", " e@x.test ", null, null];
    private static readonly string?[] Words = ["red", "green", "blue", null];

    private readonly Random _random;

    public World(int seed, int leads, int contacts)
    {
        _random = new Random(seed);
        for (int i = 0; i < contacts; i++)
        {
            Records.Add(New("Contact", "003", i));
        }

        for (int i = 0; i < leads; i++)
        {
            Records.Add(New("Lead", "00Q", i));
        }
    }

    public List<WorldRecord> Records { get; } = [];

    /// <summary>Time passes: values change, records come; and, where people move, e-mails change and leads are converted.</summary>
    public void Age(bool peopleMove)
    {
        for (int i = 0; i < Records.Count; i++)
        {
            var record = Records[i];
            if (_random.Next(3) == 0)
            {
                record = record with { FirstName = Pick(Words), Phone = Pick(Words), Title = Pick(Words) };
            }

            if (peopleMove && _random.Next(3) == 0)
            {
                record = record with { Email = Pick(Emails) };
            }

            if (peopleMove && record.Object == "Lead" && record.ConvertedTo is null && _random.Next(4) == 0)
            {
                record = record with { ConvertedTo = Pick([.. Ids("Contact"), Id("003", 999)]) };
            }

            Records[i] = record with { OptOut = record.OptOut || _random.Next(8) == 0 };
        }

        Records.Add(New("Contact", "003", 100 + Records.Count));
        Records.Add(New("Lead", "00Q", 100 + Records.Count));
    }

    /// <summary>The same records in another order and cut into batches of one object each.</summary>
    public static List<(string Object, List<WorldRecord> Records)> Batches(IEnumerable<WorldRecord> records, Random random)
    {
        var queues = records.GroupBy(record => record.Object)
            .Select(ofObject => new Queue<WorldRecord>(ofObject.OrderBy(_ => random.Next())))
            .ToList();
        var batches = new List<(string, List<WorldRecord>)>();
        while (queues.RemoveAll(queue => queue.Count == 0) >= 0 && queues.Count > 0)
        {
            var queue = queues[random.Next(queues.Count)];
            var batch = new List<WorldRecord>();
            for (int size = random.Next(1, 5); size > 0 && queue.TryDequeue(out var record); size--)
            {
                batch.Add(record);
            }

            batches.Add((batch[0].Object, batch));
        }

        return batches;
    }

    public static SalesforceId Id(string prefix, int number) =>
        SalesforceId.Parse(prefix + number.ToString("D12", CultureInfo.InvariantCulture));

    private WorldRecord New(string sObject, string prefix, int number)
    {
        bool converted = sObject == "Lead" && _random.Next(6) == 0;
        return new WorldRecord(
            sObject,
            Id(prefix, number),
            DateTimeOffset.UnixEpoch.AddDays(_random.Next(5)),
            Pick(Emails),
            converted ? Pick([.. Ids("Contact"), Id("003", 999)]) : null,
            Pick(Words),
            Pick(Words),
            Pick(Words),
            _random.Next(6) == 0);
    }

    private IEnumerable<SalesforceId> Ids(string sObject) =>
        Records.Where(record => record.Object == sObject).Select(record => record.Id);

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];
}
