using System.Globalization;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>A number between <c>min</c> and <c>max</c>.</summary>
internal sealed class NumberRule(bool wholeOnly) : EditorRule
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    public override void Check(Field field)
    {
        if (JsonValues.Number(field.Value) is not { } number)
        {
            field.Report(wholeOnly ? "Skriv et helt tal" : "Skriv et tal");
        }
        else if (wholeOnly && number != decimal.Truncate(number))
        {
            field.Report("Skriv et helt tal uden decimaler");
        }
        else if (wholeOnly && number is < int.MinValue or > int.MaxValue)
        {
            field.Report("Skriv et mindre tal");
        }
        else if (field.NumberSetting("min") is { } min && number < min)
        {
            field.Report($"Skriv et tal, der er mindst {Shown(min)}");
        }
        else if (field.NumberSetting("max") is { } max && number > max)
        {
            field.Report($"Skriv et tal, der højst er {Shown(max)}");
        }
    }

    private static string Shown(decimal number) => number.ToString("#,0.##########", Danish);
}
