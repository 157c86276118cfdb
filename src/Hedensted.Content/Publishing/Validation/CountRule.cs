using System.Text.Json;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>How many items a list must and may hold; 0 and null are no limit.</summary>
internal static class CountRule
{
    public static void Check(Field field, int count, Func<string, JsonElement?> limits, string min, string max)
    {
        var (least, most) = (Limit(limits, min), Limit(limits, max));
        if (least == most && least is not null && count != least)
        {
            field.Report($"Der skal være præcis {least} – her er {count}");
        }
        else if (count < least)
        {
            field.Report($"Der skal være mindst {least} – her er {count}");
        }
        else if (count > most)
        {
            field.Report($"Der må højst være {most} – fjern {count - most}");
        }
    }

    public static int? Limit(Func<string, JsonElement?> limits, string name) =>
        limits(name) is { } limit && JsonValues.Number(limit) is > 0 and <= int.MaxValue and var number ? (int)number : null;
}
