using System.Text.Json;
using Hedensted.Cms.Tests.PublicApi;

namespace Hedensted.Cms.Tests.Backoffice;

/// <summary>An editor meets no English. What a new version of Umbraco's backoffice says and our Danish lacks is named here.</summary>
public class DanishTests
{
    private static readonly Lazy<Task<Texts>> Compared = new(CompareAsync);

    [Test]
    public async Task Every_text_of_the_installed_backoffice_has_a_danish_one()
    {
        var texts = await Compared.Value;
        Assert.That(texts.Missing, Is.Empty, "add these to danish-texts.ts");
        Assert.That(texts.Known, Is.GreaterThan(2000));
    }

    [Test]
    public async Task No_danish_text_is_english()
    {
        var texts = await Compared.Value;
        Assert.That(texts.English, Is.Empty, "add these to danish-instead.ts");
    }

    [Test]
    public async Task No_text_of_ours_is_left_over_from_an_older_backoffice()
    {
        var texts = await Compared.Value;
        Assert.Multiple(() =>
        {
            Assert.That(texts.Idle, Is.Empty, "Umbraco's own Danish has these by now; take them out of danish-texts.ts");
            Assert.That(texts.Unknown, Is.Empty, "the backoffice has no such texts");
            Assert.That(texts.Gone, Is.Empty, "the elements say this no longer; take it out of danish-shown.ts");
        });
    }

    private static async Task<Texts> CompareAsync() =>
        (await NodeClient.RunAsync(null, "../../Backoffice/danish.mjs")).Single().Deserialize<Texts>(JsonSerializerOptions.Web)!;

    private sealed record Texts(int Known, string[] Missing, string[] English, string[] Idle, string[] Unknown, string[] Gone);
}
