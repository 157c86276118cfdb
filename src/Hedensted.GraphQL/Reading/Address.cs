using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>A street address.</summary>
internal sealed record Address(string? Street, string? PostalCode, string? Town, decimal? Latitude, decimal? Longitude)
{
    /// <summary>«Østerbrogade 26, 8722 Hedensted»</summary>
    public string Text => string.Join(", ", new[] { Street, $"{PostalCode} {Town}".Trim() }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The address of a place that is valid today; an address without limits is always valid.</summary>
    public static Address? Of(PublishedDocument place, ReadScope scope)
    {
        var blocks = place.Blocks("addresses");
        if (blocks.IsEmpty)
        {
            return null;
        }

        DateOnly? today = null;
        foreach (var block in blocks)
        {
            var from = block.ValueOf("validFrom").AsDate();
            var to = block.ValueOf("validTo").AsDate();
            if (from is not null || to is not null)
            {
                today ??= DateOnly.FromDateTime(WallTime.InDenmark(scope.Now()).DateTime);
                scope.LimitTo(from is { } begins ? WallTime.StartOfDay(begins) : null);
                scope.LimitTo(to is { } ends ? WallTime.StartOfDay(ends.AddDays(1)) : null);
            }

            if ((from is null || from <= today) && (to is null || to >= today))
            {
                return new Address(
                    block.Text("street"),
                    block.Text("postalCode"),
                    block.Text("town"),
                    block.ValueOf("latitude").AsDecimal(),
                    block.ValueOf("longitude").AsDecimal());
            }
        }

        return null;
    }
}
