namespace SalesforceImport.Selectors;

/// <summary>What somebody may have meant by a name that is not there.</summary>
internal static class NearestNames
{
    private const int Most = 3;
    private const int ShortestPart = 3;

    /// <summary>Up to three names, the nearest first: a few letters away, or one part of the other.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known)
    {
        string wanted = Plain(name);
        int farthest = Math.Max(2, wanted.Length / 3);
        return
        [
            .. known
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(candidate => (Name: candidate, Plain: Plain(candidate)))
                .Select(candidate => (candidate.Name, Distance: Distance(wanted, candidate.Plain), IsPart: IsPart(wanted, candidate.Plain)))
                .Where(candidate => candidate.IsPart || candidate.Distance <= farthest)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(candidate => candidate.Name),
        ];
    }

    private static string Plain(string name)
    {
        string bare = name.EndsWith("__c", StringComparison.OrdinalIgnoreCase) || name.EndsWith("__r", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return bare.Replace("_", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
    }

    private static bool IsPart(string left, string right) =>
        Math.Min(left.Length, right.Length) >= ShortestPart
        && (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal));

    /// <summary>Letters to insert, delete, replace or swap with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        int[] beforeLast = new int[right.Length + 1];
        int[] last = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] row = new int[right.Length + 1];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[^1];
    }
}
