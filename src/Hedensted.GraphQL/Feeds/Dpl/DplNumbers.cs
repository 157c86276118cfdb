using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Hedensted.Bibliotek.OpeningHours;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Feeds.Dpl;

/// <summary>The numbers that DPL's shape wants where we have keys: made of the keys, so that they are the same on every server and after every start.</summary>
internal sealed class DplNumbers
{
    /// <summary>The years whose days have numbers.</summary>
    public static readonly (int First, int Last) Years = (2000, 2088);

    private const int Bits = 16;
    private const int OwnBranches = 1_000_000_000; // above those that DPL CMS gives
    private static readonly DateOnly FirstDay = new(Years.First, 1, 1);
    private readonly Dictionary<(Guid Branch, Guid Block), int> _blocks;

    public DplNumbers(IEnumerable<PublishedDocument> branches)
    {
        var ordered = branches.OrderBy(branch => branch.Key).ToList();
        _blocks = Number(ordered.SelectMany(branch => branch.Blocks("openingHours").Concat(branch.Blocks("exceptions")).Select(block => (branch.Key, block.Key))));
        var own = Number(ordered.Select(branch => (branch.Key, Guid.Empty)));
        var taken = new HashSet<int>();
        var numbers = new Dictionary<PublishedDocument, int>();
        foreach (var branch in ordered)
        {
            var theirs = int.TryParse(branch.Text("dplBranchId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < OwnBranches && taken.Add(number);
            numbers[branch] = theirs ? number : OwnBranches + own[(branch.Key, Guid.Empty)];
        }

        Branches = numbers;
    }

    /// <summary>Branches and their numbers.</summary>
    public IReadOnlyDictionary<PublishedDocument, int> Branches { get; }

    /// <summary>The number of a time on its day; 31 bits last until 2089.</summary>
    public int Of(PublishedDocument branch, OpeningTime time) => ((time.Date.DayNumber - FirstDay.DayNumber) << Bits) | _blocks[(branch.Key, time.Block)];

    /// <summary>The number that a time shares with the same time of other weeks.</summary>
    public int OfRepetition(PublishedDocument branch, OpeningTime time) => (_blocks[(branch.Key, time.Block)] << 3) | (int)time.Date.DayOfWeek;

    // By a hash; who comes to one that is taken gets the next, in the order of the keys. A branch that is a copy has blocks with the keys of the other's.
    private static Dictionary<(Guid Branch, Guid Part), int> Number(IEnumerable<(Guid Branch, Guid Part)> keys)
    {
        var (numbers, taken) = (new Dictionary<(Guid, Guid), int>(), new HashSet<int>());
        foreach (var key in keys.Distinct().Order())
        {
            ushort number = BinaryPrimitives.ReadUInt16LittleEndian(SHA256.HashData([.. key.Branch.ToByteArray(), .. key.Part.ToByteArray()]));
            while (!taken.Add(number))
            {
                number++;
            }

            numbers[key] = number;
        }

        return numbers;
    }
}
