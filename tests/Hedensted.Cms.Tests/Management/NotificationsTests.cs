using System.Text.Json;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Changes;
using Microsoft.AspNetCore.Http;

namespace Hedensted.Cms.Tests.Management;

/// <summary>Messages that travel in headers.</summary>
public class NotificationsTests
{
    [Test]
    public void Danish_letters_travel_in_a_header_that_may_only_hold_ascii()
    {
        var response = new DefaultHttpContext().Response;
        response.Notify(NotificationType.Warning, "Rikke gemte først", "Hent «din» tekst på ny – æøå");

        var header = response.Headers[Notifications.Header].ToString();
        var message = JsonDocument.Parse(header).RootElement[0];
        Assert.Multiple(() =>
        {
            Assert.That(header.All(char.IsAscii), Is.True, header);
            Assert.That(message.GetProperty("category").GetString(), Is.EqualTo("Rikke gemte først"));
            Assert.That(message.GetProperty("message").GetString(), Is.EqualTo("Hent «din» tekst på ny – æøå"));
            Assert.That(message.GetProperty("type").GetString(), Is.EqualTo("Warning"));
        });
    }

    [Test]
    public void A_second_message_does_not_take_the_place_of_the_first()
    {
        var response = new DefaultHttpContext().Response;
        response.Notify(NotificationType.Info, "Et", "et");
        response.Notify(NotificationType.Info, "To", "to");
        Assert.That(JsonDocument.Parse(response.Headers[Notifications.Header].ToString()).RootElement.GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public void A_write_that_readers_do_not_see_names_no_position()
    {
        var response = new DefaultHttpContext().Response;
        response.ReachesReadersAt(null);
        Assert.That(response.Headers.ContainsKey(Notifications.PositionHeader), Is.False);
        response.ReachesReadersAt(new ChangePosition(12));
        Assert.That(response.Headers[Notifications.PositionHeader].ToString(), Is.EqualTo("12"));
    }
}
