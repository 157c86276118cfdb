using System.Collections.Immutable;
using System.Globalization;
using Hedensted.Bibliotek.Values;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>What one kind of ticket costs.</summary>
/// <param name="Label">Who pays it, e.g. «Børn».</param>
/// <param name="Amount">In øre.</param>
/// <param name="Description">More about it.</param>
public sealed record Price(string Label, int Amount, string? Description)
{
    /// <summary>The amount in Danish, e.g. <c>50 kr.</c>, <c>12,50 kr.</c> or <c>Gratis</c>.</summary>
    public string Text => Amount == 0 ? "Gratis" : Kroner(Amount) + " kr.";

    /// <summary>The prices of an event in one short text: <c>Gratis</c>, <c>50 kr.</c>, <c>25–75 kr.</c></summary>
    public static string Summary(ImmutableArray<Price> prices)
    {
        if (prices.IsEmpty)
        {
            return "Gratis";
        }

        var lowest = prices.Min(price => price.Amount);
        var highest = prices.Max(price => price.Amount);
        return lowest == highest ? prices[0].Text : $"{Kroner(lowest)}–{Kroner(highest)} kr.";
    }

    /// <summary>Reads an event's blocks of prices.</summary>
    public static ImmutableArray<Price> Read(ImmutableArray<Block> blocks) =>
    [
        .. blocks.Select(block => new Price(
            block.Text("name") ?? "",
            (int)Math.Round(Math.Clamp(block.ValueOf("amount").AsDecimal() ?? 0, 0, 1_000_000) * 100),
            block.Text("description"))),
    ];

    private static string Kroner(int amount) => amount % 100 == 0
        ? (amount / 100).ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{amount / 100},{amount % 100:00}");
}
