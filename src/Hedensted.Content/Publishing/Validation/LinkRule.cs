using System.Text.Json;
using Hedensted.Content.Editing;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>Links to pages, media and addresses of safe kinds, as many as the settings ask for.</summary>
internal sealed class LinkRule : EditorRule
{
    public override void Check(Field field)
    {
        if (field.Value.ValueKind != JsonValueKind.Array)
        {
            field.Report("Fjern linket, og vælg det igen");
            return;
        }

        var count = 0;
        foreach (var link in field.Value.EnumerateArray())
        {
            count++;
            if (Complaint(link) is { } complaint)
            {
                field.Report(complaint);
            }
        }

        CountRule.Check(field, count, field.Setting, "minNumber", "maxNumber");
    }

    public override void CheckEmpty(Field field) => CountRule.Check(field, 0, field.Setting, "minNumber", "maxNumber");

    public override IEnumerable<string> Texts(JsonElement value) => JsonValues.Items(value).Select(link => JsonValues.Text(link, "url")).OfType<string>();

    private static string? Complaint(JsonElement link)
    {
        if (link.ValueKind != JsonValueKind.Object)
        {
            return "Fjern linket, og vælg det igen";
        }

        if (JsonValues.Text(link, "type") is "document" or "media" || JsonValues.Key(JsonValues.Text(link, "unique")) is not null)
        {
            return JsonValues.Key(JsonValues.Text(link, "unique")) is null ? "Fjern linket, og vælg siden igen" : null;
        }

        var url = JsonValues.Text(link, "url");
        if (string.IsNullOrWhiteSpace(url))
        {
            // An anchor or a query of the page itself is a link too.
            return JsonValues.Text(link, "queryString") is ['#' or '?', _, ..] ? null : "Skriv adressen, eller fjern linket";
        }

        return SafeUrl.Clean(url) is { } clean && clean.Equals(url.Trim(), StringComparison.Ordinal)
            ? null
            : $"Adressen «{url.Trim()}» kan ikke bruges – skriv den helt ud, fx https://www.hedensted.dk";
    }
}
