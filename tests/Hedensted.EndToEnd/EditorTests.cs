using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A communications worker's day: from an empty form to the wall in the library, and back.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class EditorTests : BackofficeTests
{
    private const string ConflictDialogue = "hedensted-conflict-modal";

    [Test]
    public async Task An_event_is_seen_and_gone_everywhere_as_its_editor_decides()
    {
        var title = $"Syng med {Guid.NewGuid():N}"[..22];
        await using var backoffice = await OpenBackofficeAsync();
        await using var readers = await Readers.OpenAsync(Cms, "/skaerm/hedensted");

        // Left empty what must be filled: saved, not published, and each field says what it lacks.
        await backoffice.OpenAsync(StartingSite.HedenstedLibrary);
        await backoffice.CreateAsync("Arrangementer", "Arrangement");
        await backoffice.Name.FillAsync(title);
        await backoffice.ExpectAsync("Dokumentet kunne ikke publiceres, men det er gemt for dig", () => backoffice.PressAsync("SaveAndPublish"));
        await backoffice.Page.WaitForURLAsync("**/edit/**"); // a new one gets its address a little later, and shows its first tab again
        await Assertions.Expect(backoffice.Field("title")).ToContainTextAsync("Skriv en titel – den er det første, borgeren ser.");
        await Assertions.Expect(backoffice.Page.Locator("uui-tab[label='Tid og sted'] uui-badge")).ToBeVisibleAsync();
        await readers.SeeAsync(title, wanted: false);

        await backoffice.FillAsync("title", title);
        await backoffice.TabAsync("Tid og sted");
        await Assertions.Expect(backoffice.Field("place")).ToContainTextAsync("Vælg et sted, så borgeren ved, hvor det foregår.");
        await backoffice.FillAsync("startsAt", Local(TimeSpan.FromMinutes(2)));
        await backoffice.FillAsync("endsAt", Local(TimeSpan.FromHours(2)));
        await backoffice.Field("place").Locator("#btn-add").ClickAsync();
        await backoffice.ChooseAsync("umb-tree-picker-modal", "Hedensted Bibliotek");
        await backoffice.ConfirmAsync("umb-tree-picker-modal", "Vælg");
        await backoffice.PublishAsync();
        await readers.SeeAsync(title, wanted: true);
        await readers.ReadOnScreenAsync(title);

        // A new name is a new name everywhere.
        var renamed = $"Kor for alle {Guid.NewGuid():N}"[..26];
        await backoffice.Name.FillAsync(renamed);
        await backoffice.TabAsync("Indhold");
        await backoffice.FillAsync("title", renamed);
        await backoffice.PublishAsync();
        await readers.SeeAsync(renamed, wanted: true);
        await readers.SeeAsync(title, wanted: false);

        await backoffice.ActAsync("Unpublish");
        await backoffice.ConfirmAsync("umb-content-unpublish-modal", "Afpublicér");
        await readers.SeeAsync(renamed, wanted: false);
        await backoffice.ReloadAsync();
        await backoffice.PublishAsync();
        await readers.SeeAsync(renamed, wanted: true);

        await backoffice.ActAsync("RecycleBin.Trash");
        await backoffice.ConfirmAsync("umb-trash-with-relation-confirm-modal", "Papirkurv");
        await readers.SeeAsync(renamed, wanted: false);
        await backoffice.ActAsync("RecycleBin.Restore");
        await backoffice.ConfirmAsync("umb-restore-from-recycle-bin-modal", "Genskab");
        await backoffice.ReloadAsync();
        await readers.SeeAsync(renamed, wanted: false); // back as a draft
        await backoffice.PublishAsync();
        await readers.SeeAsync(renamed, wanted: true);

        Assert.That(await readers.WasLoadedOnceAsync(), "the screen was loaded anew");
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task A_page_can_be_moved_copied_sorted_and_published_with_what_is_below()
    {
        var name = $"Vores veje {Guid.NewGuid():N}"[..22];
        var address = name.ToLowerInvariant().Replace(' ', '-');
        await using var backoffice = await OpenBackofficeAsync();
        await backoffice.OpenAsync(StartingSite.Strategy);
        await backoffice.CreateAsync("Strategi", "Strategiside");
        await backoffice.Name.FillAsync(name);
        await backoffice.FillAsync("title", name);
        await backoffice.PublishAsync();
        await FoundAsync($"/strategi/{address}", wanted: true);

        await backoffice.ActAsync("MoveTo");
        await backoffice.ChooseAsync("umb-tree-picker-modal", "Hjem", "Strategi", "Kerneopgave");
        await backoffice.ConfirmAsync("umb-tree-picker-modal", "Flyt");
        await FoundAsync($"/strategi/kerneopgave/{address}", wanted: true);
        await FoundAsync($"/strategi/{address}", leadsTo: $"/strategi/kerneopgave/{address}");

        await backoffice.ActAsync("DuplicateTo");
        await backoffice.ChooseAsync("umb-document-duplicate-to-modal", "Hjem", "Strategi", "Forord");
        await backoffice.ConfirmAsync("umb-document-duplicate-to-modal", "Kopiér");
        await FoundAsync($"/strategi/forord/{address}", wanted: false);

        await backoffice.OpenAsync(StartingSite.Strategy);
        await backoffice.ActWhilePublishingAsync("Udgiv med undersider");
        await backoffice.Page.Locator("umb-document-publish-with-descendants-modal uui-toggle").First.ClickAsync();
        await backoffice.ConfirmAsync("umb-document-publish-with-descendants-modal", "Udgiv med undersider");
        await FoundAsync($"/strategi/forord/{address}", wanted: true);
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task Children_are_sorted_by_dragging_and_readers_get_them_in_that_order()
    {
        using var session = await SignInAsync();
        await using var backoffice = await OpenBackofficeAsync();
        await backoffice.OpenAsync(StartingSite.Strategy);
        await backoffice.ActAsync("SortChildrenOf");
        var dialog = backoffice.Page.Locator("umb-sort-children-of-content-modal");
        var grips = dialog.Locator("uui-table-row uui-icon[name='icon-grip']");
        await grips.First.WaitForAsync();
        var before = await ChildrenAsync(session);
        var first = (await grips.First.BoundingBoxAsync())!;
        await grips.Nth(1).HoverAsync();
        await backoffice.Page.Mouse.DownAsync();
        await backoffice.Page.Mouse.MoveAsync(first.X + 5, first.Y + first.Height, new() { Steps = 5 });
        await backoffice.Page.Mouse.MoveAsync(first.X + 5, first.Y - 5, new() { Steps = 5 });
        await Assertions.Expect(dialog.Locator("uui-table-row").First).ToHaveAttributeAsync("data-sortable-id", before[1]);
        await backoffice.Page.Mouse.UpAsync();
        await backoffice.ConfirmAsync("umb-sort-children-of-content-modal", "Sortér");

        var after = await ChildrenAsync(session);
        Assert.Multiple(() =>
        {
            Assert.That(after, Is.EquivalentTo(before));
            Assert.That(after.Take(2), Is.EqualTo(before.Take(2).Reverse()));
            Assert.That(backoffice.Faults, Is.Empty);
        });
    }

    [Test]
    public async Task What_was_written_before_can_be_brought_back()
    {
        await using var backoffice = await OpenBackofficeAsync();
        var (key, _) = await PublishAsync("Fra arkivet");
        await backoffice.OpenAsync(key);
        await backoffice.FillAsync("teaser", "En helt anden manchet");
        await backoffice.SaveAsync();
        await backoffice.ViewAsync("Info");
        await Assertions.Expect(backoffice.Page.Locator("umb-document-workspace-view-info")).ToContainTextAsync("Ventede ændringer");
        await backoffice.ViewAsync("Edit");

        await backoffice.ActAsync("Rollback");
        await backoffice.Page.Locator("umb-content-rollback-modal .rollback-item").First.ClickAsync();
        await backoffice.ConfirmAsync("umb-content-rollback-modal", "Fortryd ændringer");

        await Assertions.Expect(backoffice.Field("teaser").Locator("textarea")).ToHaveValueAsync("En prøve af hele vejen fra redaktør til borger.");
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task What_is_planned_is_not_seen_yet_and_says_when()
    {
        var title = $"Senere på året {Guid.NewGuid():N}"[..28];
        await using var backoffice = await OpenBackofficeAsync();
        var (key, _) = await PublishAsync(title);
        using (var session = await SignInAsync())
        {
            using var hidden = await session.CallAsync(HttpMethod.Put, $"/document/{key}/unpublish", new { cultures = (string[]?)null });
            await session.CatchUpAsync(BackofficeSession.PositionOf(hidden));
        }

        await backoffice.OpenAsync(key);
        await backoffice.ActWhilePublishingAsync("Planlæg");
        await backoffice.Page.Locator("umb-document-schedule-modal input[type='datetime-local']").First.FillAsync(Local(TimeSpan.FromDays(30)));
        await backoffice.ExpectAsync("En planlægning for udgivelse er blevet opdateret", () => backoffice.ConfirmAsync("umb-document-schedule-modal", "Planlæg"));
        await backoffice.ViewAsync("Info");

        var info = backoffice.Page.Locator("umb-document-workspace-view-info");
        await Assertions.Expect(info).ToContainTextAsync("Udgivelsesdato");
        await Assertions.Expect(info).ToContainTextAsync("Udgivelse planlagt");
        await FoundAsync($"/arrangementer/{title.ToLowerInvariant().Replace(' ', '-').Replace("å", "aa", StringComparison.Ordinal)}", wanted: false);
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task The_second_of_two_editors_is_told_once_and_loses_nothing()
    {
        var (key, _) = await PublishAsync("To på samme tid");
        await using var first = await OpenBackofficeAsync();
        using var second = await Cms.ColleagueAsync("Karl Kollega");
        await first.OpenAsync(key);
        await first.FillAsync("teaser", "Min egen tekst, som ikke må forsvinde");
        await SaveTeaserAsync(second, key, "Kollegaens tekst");

        await first.ExpectAsync("Karl Kollega gemte en anden udgave", async () => Assert.That((await first.PressAndWaitAsync("Save")).Status, Is.EqualTo(409)));
        var messages = first.Page.Locator("uui-toast-notification");
        await Assertions.Expect(messages).ToHaveCountAsync(1);
        await Assertions.Expect(messages).ToContainTextAsync("Din tekst er ikke tabt");
        await first.ConfirmAsync(ConflictDialogue, "Ret videre uden at gemme");
        await Assertions.Expect(first.Field("teaser").Locator("textarea")).ToHaveValueAsync("Min egen tekst, som ikke må forsvinde");

        await first.ReloadAsync();
        await Assertions.Expect(first.Field("teaser").Locator("textarea")).ToHaveValueAsync("Kollegaens tekst");
        await first.ActAsync("Rollback");
        var versions = first.Page.Locator("umb-content-rollback-modal");
        await versions.Locator(".rollback-item").First.ClickAsync();
        await Assertions.Expect(versions).ToContainTextAsync("Min egen tekst, som ikke må forsvinde");
        await first.ConfirmAsync("umb-content-rollback-modal", "Fortryd ændringer");
        await Assertions.Expect(first.Field("teaser").Locator("textarea")).ToHaveValueAsync("Min egen tekst, som ikke må forsvinde");
        Assert.That(first.Faults, Is.Empty);
    }

    [Test]
    public async Task Two_editors_texts_stand_side_by_side_and_what_is_chosen_is_saved()
    {
        var (key, _) = await PublishAsync("Side om side");
        await using var first = await OpenBackofficeAsync();
        using var second = await Cms.ColleagueAsync("Karl Kollega");
        await first.OpenAsync(key);
        await first.FillAsync("teaser", "Min teaser");
        await first.FillAsync("title", "Min titel");
        await SaveAsync(second, key, ("teaser", "Kollegaens teaser"), ("title", "Kollegaens titel"));

        await first.PressAsync("Save");
        var dialogue = first.Page.Locator(ConflictDialogue);
        await Assertions.Expect(dialogue).ToContainTextAsync("Karl Kollega gemte en anden udgave");
        foreach (var text in (string[])["Min teaser", "Kollegaens teaser", "Min titel", "Kollegaens titel"])
        {
            await Assertions.Expect(dialogue).ToContainTextAsync(text);
        }

        // By the keyboard alone: in the field of the teaser, one step along is the colleague's text.
        var teaser = dialogue.GetByRole(AriaRole.Group).Filter(new() { HasText = "Kollegaens teaser" });
        await teaser.GetByRole(AriaRole.Radio, new() { Name = "Din tekst" }).FocusAsync();
        await first.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(teaser.GetByRole(AriaRole.Radio, new() { Name = "Kollegaens tekst" })).ToBeCheckedAsync();
        Assert.That((await Accessibility.BreachesAsync(first.Page)).Where(breach => breach.Contains(ConflictDialogue, StringComparison.Ordinal)), Is.Empty);
        await first.ConfirmAsync(ConflictDialogue, "Gem det valgte");
        await first.SettledAsync();

        await first.ReloadAsync();
        await Assertions.Expect(first.Field("teaser").Locator("textarea")).ToHaveValueAsync("Kollegaens teaser");
        await Assertions.Expect(first.Field("title").Locator("input").First).ToHaveValueAsync("Min titel");
        Assert.That(first.Faults, Is.Empty);
    }

    [Test]
    public async Task A_draft_is_seen_on_the_site_until_the_preview_is_ended()
    {
        var (key, _) = await PublishAsync("Vist som kladde");
        await using var backoffice = await OpenBackofficeAsync();
        await backoffice.OpenAsync(key);
        await backoffice.FillAsync("teaser", "Kun i kladden");
        var site = await backoffice.Page.RunAndWaitForPopupAsync(() => backoffice.PressAsync("SaveAndPreview"));
        await Assertions.Expect(site.Locator("main")).ToContainTextAsync("Kun i kladden");
        await site.GetByRole(AriaRole.Button, new() { Name = "Afslut forhåndsvisning" }).ClickAsync();
        await Assertions.Expect(site.GetByRole(AriaRole.Button, new() { Name = "Afslut forhåndsvisning" })).ToHaveCountAsync(0);
        await Assertions.Expect(site.Locator("main")).Not.ToContainTextAsync("Kun i kladden");
        await site.CloseAsync();
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task What_a_colleague_renames_is_seen_in_the_open_tree_without_loading_anew()
    {
        var name = $"Før omdøbning {Guid.NewGuid():N}"[..24];
        var renamed = $"Efter omdøbning {Guid.NewGuid():N}"[..26];
        var (key, _) = await PublishAsync(name);
        await using var first = await OpenBackofficeAsync();
        using var second = await Cms.ColleagueAsync("Karl Kollega");
        await first.OpenAsync(key);
        await first.TreeItem(name).WaitForAsync();
        await RenameAsync(second, key, renamed);
        await first.TreeItem(renamed).WaitForAsync();
        Assert.That(first.Faults, Is.Empty);
    }

    [Test]
    public async Task What_is_searched_for_is_found_and_opened()
    {
        await using var backoffice = await OpenBackofficeAsync();
        var name = $"Nattens himmel {Guid.NewGuid():N}"[..24];
        await PublishAsync(name);
        await backoffice.GoToAsync("section/content");
        await backoffice.Page.Locator("umb-search-header-app uui-button").ClickAsync();
        await backoffice.Page.Locator("umb-search-modal input").FillAsync(name);
        await backoffice.Page.Locator("umb-search-modal").GetByText(name).First.ClickAsync();
        await Assertions.Expect(backoffice.Name).ToHaveValueAsync(name);
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task Whoever_signs_out_is_out()
    {
        await using var window = await Browser.OpenAsync();
        var page = await BackofficeWindow.SignInAsync(window, Cms);
        await page.Locator("umb-current-user-header-app uui-button").ClickAsync();
        var profile = page.Locator("umb-current-user-modal");
        await Assertions.Expect(profile).ToContainTextAsync("Skift dit kodeord");
        await profile.GetByRole(AriaRole.Button, new() { Name = "Log ud", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/umbraco/logout**");
        await page.GotoAsync(At("/umbraco/section/content"));
        await page.Locator("[name=username]").WaitForAsync();
    }

    private static string Local(TimeSpan fromNow) =>
        (DanishTime.Now + fromNow).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Saves the document as it stands, with another teaser.</summary>
    private static Task SaveTeaserAsync(BackofficeSession session, Guid key, string teaser) => SaveAsync(session, key, ("teaser", teaser));

    /// <summary>Saves the document as it stands, with other texts.</summary>
    internal static Task SaveAsync(BackofficeSession session, Guid key, params (string Alias, string Text)[] texts) => ChangeAsync(session, key, document =>
    {
        foreach (var value in document["values"]!.AsArray())
        {
            if (texts.FirstOrDefault(text => text.Alias == value!["alias"]!.GetValue<string>()).Text is { } written)
            {
                value!["value"] = written;
            }
        }
    });

    private static Task RenameAsync(BackofficeSession session, Guid key, string name) => ChangeAsync(session, key, document => document["variants"]![0]!["name"] = name);

    private static async Task ChangeAsync(BackofficeSession session, Guid key, Action<JsonNode> change)
    {
        var document = (await session.ReadAsync($"/document/{key}"))!;
        change(document);
        using var answer = await session.CallAsync(HttpMethod.Put, $"/document/{key}", new { template = (object?)null, values = document["values"], variants = document["variants"] });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<string[]> ChildrenAsync(BackofficeSession session)
    {
        var children = await session.ReadAsync($"/tree/document/children?parentId={StartingSite.Strategy}&skip=0&take=100");
        return [.. children!["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>())];
    }

    /// <summary>Waits until the address is there, or is not.</summary>
    private Task FoundAsync(string path, bool wanted) => FoundAsync(path, answer => answer.IsSuccessStatusCode == wanted);

    /// <summary>Waits until the address sends readers on for good.</summary>
    private Task FoundAsync(string path, string leadsTo) => FoundAsync(
        path, answer => answer is { StatusCode: HttpStatusCode.MovedPermanently, Headers.Location: { } location } && location.ToString().EndsWith(leadsTo, StringComparison.Ordinal));

    private async Task FoundAsync(string path, Predicate<HttpResponseMessage> isSo)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var reader = new HttpClient(handler) { BaseAddress = Cms.Address };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            using var answer = await reader.GetAsync(new Uri(path, UriKind.Relative), patience.Token);
            if (isSo(answer))
            {
                return;
            }
        }
        while (await timer.WaitForNextTickAsync(patience.Token));
    }

    private async Task<(Guid Key, long Position)> PublishAsync(string title)
    {
        using var session = await SignInAsync();
        return await session.PublishEventAsync(title, DanishTime.Today.AddDays(50).AddHours(10));
    }
}
