namespace Hedensted.Bibliotek.Calendar;

/// <summary>Two things at the same place at the same time.</summary>
/// <param name="Other">The other.</param>
/// <param name="SameRoom">Whether both name the same room; else at least one of them names none.</param>
public sealed record Collision(PlannedOccurrence Other, bool SameRoom);

/// <summary>Finds what stands in the way of each other.</summary>
public static class Collisions
{
    /// <summary>
    /// What collides with each occurrence: at the same branch or outreach place and overlapping in time, in the same room or with a room not yet
    /// chosen. What lasts all day (an exhibition) collides only in a room. A draft does not collide with what it replaces.
    /// </summary>
    public static ILookup<PlannedOccurrence, Collision> Of(IEnumerable<PlannedOccurrence> planned)
    {
        var found = new List<(PlannedOccurrence One, Collision Collision)>();
        foreach (var place in planned.Where(one => one.TakesPlace && one.Occurrence.PlaceKey is not null).GroupBy(one => one.Occurrence.PlaceKey))
        {
            var under = new List<PlannedOccurrence>();
            foreach (var one in place.OrderBy(one => one.Occurrence.StartsAt))
            {
                under.RemoveAll(other => other.Occurrence.EndsAt <= one.Occurrence.StartsAt);
                foreach (var other in under)
                {
                    if (Between(one, other) is { } sameRoom)
                    {
                        found.Add((one, new Collision(other, sameRoom)));
                        found.Add((other, new Collision(one, sameRoom)));
                    }
                }

                under.Add(one);
            }
        }

        return found.ToLookup(pair => pair.One, pair => pair.Collision);
    }

    private static bool? Between(PlannedOccurrence one, PlannedOccurrence other)
    {
        if (one.State != other.State && one.Occurrence.Document.Key == other.Occurrence.Document.Key)
        {
            return null;
        }

        if (one.RoomKey is { } room && other.RoomKey is { } otherRoom)
        {
            return room == otherRoom ? true : null;
        }

        return one.Occurrence.AllDay || other.Occurrence.AllDay ? null : false;
    }
}
