using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.People.Colleagues;

namespace Hedensted.Cms.Tests.Management.Overview;

/// <summary>Whether readers have what was just published.</summary>
public class LiveTests
{
    [Test]
    public async Task A_published_event_is_out_with_its_address_and_its_screens_and_gone_when_it_is_taken_down()
    {
        var soon = DateTimeOffset.UtcNow.AddMinutes(150);
        string At(int hours) => soon.AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        var (id, position) = await Rikke.PublishedAsync("Ude om lidt", At(0), At(1), StartingSite.HedenstedLibrary);
        var live = await LiveAsync(id, position.ToString());
        Assert.Multiple(() =>
        {
            Assert.That(live["reached"]!.GetValue<bool>() && live["visible"]!.GetValue<bool>());
            Assert.That(live["url"]!.GetValue<string>(), Is.EqualTo("/arrangementer/ude-om-lidt"));
            Assert.That(live["screens"]!.AsArray().Select(screen => screen!["address"]!.GetValue<string>()), Does.Contain("/skaerm/hedensted"));
        });

        var down = await Rikke.UnpublishAsync(id);
        live = await LiveAsync(id, down.ToString());
        Assert.That((live["reached"]!.GetValue<bool>(), live["visible"]!.GetValue<bool>()), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task What_readers_have_not_reached_is_said_so()
    {
        var (id, _) = await Rikke.CreateAndPublishAsync(Page, "Ikke endnu", null, ("title", "T"));
        var live = await LiveAsync(id, "999999999");
        Assert.That((live["reached"]!.GetValue<bool>(), live["visible"]!.GetValue<bool>()), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task Who_may_not_read_the_document_is_told_nothing_of_it_and_without_a_position_nobody_is()
    {
        var (id, position) = await Rikke.CreateAndPublishAsync(Page, "Skjult", null, ("title", "T"));
        var (colleague, _, _) = await Rikke.InAsync(Host, Group(Reading).At(id, "Umb.Document.Create"));
        using var refused = await colleague.SendAsync(HttpMethod.Get, $"hedensted/live/{id}?position={position}");
        using var without = await Rikke.SendAsync(HttpMethod.Get, $"hedensted/live/{id}");
        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(without.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        });
    }

    private static async Task<JsonNode> LiveAsync(Guid id, string position) => (await Rikke.GetAsync($"hedensted/live/{id}?position={position}"))!;
}
