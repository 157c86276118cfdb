using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.Bench;

/// <summary>What an editor waits for in a large site: every question that the backoffice asks while a day's work is done, and an event opened in the browser.</summary>
internal static class Editing
{
    private const int Rounds = 100;
    private const int WarmUp = 20;
    private const int Openings = 20;
    private const double Share = .95;
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(30);
    private static readonly Guid Image = new("cc07b313-0843-4aa8-bbda-871c8da728c8");

    // The smallest picture there is: one transparent point.
    private static readonly byte[] Point = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <param name="documents">Events, all in one folder.</param>
    /// <param name="media">Pictures, all in one folder.</param>
    /// <returns>1 when one in twenty answers to any question took longer than the budget.</returns>
    public static async Task<int> RunAsync(int documents, int media)
    {
        var folder = CmsProcess.NewFolder();
        var (code, output) = await CmsProcess.RunCommandAsync(folder, "demo", "--events", documents.ToString(CultureInfo.InvariantCulture), "--seed", "42", "--year", "2026");
        if (code != 0)
        {
            throw new InvalidOperationException(output);
        }

        var slow = 0;
        await using (var cms = await CmsProcess.StartAsync(folder))
        {
            using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
            var picture = await UploadAsync(editor, media);
            var (events, total) = await EventsAsync(editor);
            Figures.Row("documents in one folder, media items in one folder", string.Create(CultureInfo.InvariantCulture, $"{total}, {media}"));
            foreach (var (name, ask) in Questions(editor, events, picture))
            {
                slow += await MeasureAsync(name, ask) > Budget ? 1 : 0;
            }

            Figures.Row("questions whose p95 is over 30 ms", slow.ToString(CultureInfo.InvariantCulture));
            await OpenAsync(cms, events);
        }

        Directory.Delete(folder, recursive: true);
        return slow == 0 ? 0 : 1;
    }

    private static IEnumerable<(string Name, Func<int, Task> Ask)> Questions(BackofficeSession editor, Guid[] events, Guid picture)
    {
        var folder = StartingSite.Events;
        (string, Func<int, Task>) Get(string path) => ($"GET {path.Replace(folder.ToString(), "{folder}", StringComparison.Ordinal)}", round =>
            AskAsync(editor, HttpMethod.Get, path.Replace("{event}", events[round % events.Length].ToString(), StringComparison.Ordinal).Replace("{picture}", picture.ToString(), StringComparison.Ordinal), null));

        foreach (var path in (string[])
        [
            "/user/current", "/tree/document/root?skip=0&take=50&foldersOnly=false", $"/tree/document/children?parentId={folder}&skip=0&take=50",
            $"/tree/document/children?parentId={folder}&skip=5000&take=50", "/tree/document/ancestors?descendantId={event}", $"/tree/document/siblings?target={{event}}&before=5&after=5",
            $"/collection/document/{folder}?orderBy=updateDate&orderDirection=Descending&skip=0&take=100", $"/collection/document/{folder}?orderBy=name&orderDirection=Ascending&filter=l%C3%A6se&skip=0&take=100",
            "/document/{event}", "/document/urls?id={event}", "/item/document?id={event}", "/item/document/search?query=l%C3%A6se&skip=0&take=20", "/document/{event}/audit-log?orderDirection=Descending&skip=0&take=10",
            "/document/{event}/referenced-by?skip=0&take=20", "/document/{event}/available-segment-options", "/document-version?documentId={event}&skip=0&take=20", "/recycle-bin/document/root?skip=0&take=50",
            "/tree/media/root?skip=0&take=100", "/collection/media?skip=0&take=100&orderBy=updateDate&orderDirection=Descending", "/collection/media?skip=4000&take=100&orderBy=name&orderDirection=Ascending",
            "/media/{picture}", "/media/urls?id={picture}", "/item/media?id={picture}", "/item/media/search?query=billede&skip=0&take=20", "/imaging/resize/urls?id={picture}&width=300&height=300&mode=Crop",
            "/media/{picture}/referenced-by?skip=0&take=20", "/tree/document-type/root?skip=0&take=100", "/tree/data-type/root?skip=0&take=100", "/language?skip=0&take=100", "/dictionary?skip=0&take=100",
        ])
        {
            yield return Get(path);
        }

        yield return ("PUT /document/{event}", round => SaveAsync(editor, events[round % events.Length], publish: false));
        yield return ("PUT /document/{event}/update-and-publish", round => SaveAsync(editor, events[round % events.Length], publish: true));
        yield return ("POST /document/create-and-publish", round => editor.PublishEventWithoutWaitingAsync($"Måling {Guid.NewGuid():N}", DateTime.Today.AddDays(2 + (round % 60)).AddHours(10)));
        yield return ("PUT /document/{event}/move-to-recycle-bin and back", round => TrashAndRestoreAsync(editor, events[^(1 + (round % 50))]));
    }

    private static async Task<TimeSpan> MeasureAsync(string name, Func<int, Task> ask)
    {
        var times = new List<TimeSpan>(Rounds);
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var sent = Stopwatch.GetTimestamp();
            await ask(round);
            if (round >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(sent));
            }
        }

        var slowest = Figures.Percentile(times, Share);
        Figures.Row($"`{name}`: p50, p95", $"{Figures.Milliseconds(Figures.Percentile(times, .5))}, {Figures.Milliseconds(slowest)}{(slowest > Budget ? " **over**" : "")}");
        return slowest;
    }

    private static async Task AskAsync(BackofficeSession editor, HttpMethod method, string path, object? body)
    {
        using var answer = await editor.CallAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
        }
    }

    // What is sent is what was read, with another teaser, as the form does it; reading it is not counted elsewhere, so it is counted here.
    private static async Task SaveAsync(BackofficeSession editor, Guid key, bool publish)
    {
        var document = (await editor.ReadAsync($"/document/{key}"))!;
        var values = document["values"]!.AsArray();
        values.First(value => value!["alias"]!.GetValue<string>() == "teaser")!["value"] = $"Rettet {Guid.NewGuid():N}";
        var body = new JsonObject
        {
            ["values"] = values.DeepClone(),
            ["variants"] = new JsonArray([.. document["variants"]!.AsArray().Select(variant => new JsonObject { ["culture"] = null, ["segment"] = null, ["name"] = variant!["name"]!.GetValue<string>() })]),
            ["template"] = null,
        };
        if (publish)
        {
            body["culturesToPublish"] = new JsonArray();
        }

        await AskAsync(editor, HttpMethod.Put, publish ? $"/document/{key}/update-and-publish" : $"/document/{key}", body.ToJsonString());
    }

    private static async Task TrashAndRestoreAsync(BackofficeSession editor, Guid key)
    {
        await AskAsync(editor, HttpMethod.Put, $"/document/{key}/move-to-recycle-bin", null);
        await AskAsync(editor, HttpMethod.Put, $"/recycle-bin/document/{key}/restore", new { target = new { id = StartingSite.Events } });
    }

    private static async Task<(Guid[] Keys, int Total)> EventsAsync(BackofficeSession editor)
    {
        var page = await editor.ReadAsync($"/tree/document/children?parentId={StartingSite.Events}&skip=0&take=500");
        return ([.. page!["items"]!.AsArray().Where(item => item!["documentType"]!["icon"]!.GetValue<string>().Length > 0).Select(item => item!["id"]!.GetValue<Guid>())], page["total"]!.GetValue<int>());
    }

    private static async Task<Guid> UploadAsync(BackofficeSession editor, int count)
    {
        var last = Guid.Empty;
        for (var number = 0; number < count; number++)
        {
            var (upload, key) = (Guid.NewGuid(), Guid.NewGuid());
            using var file = new ByteArrayContent(Point);
            using var form = new MultipartFormDataContent { { new StringContent(upload.ToString()), "Id" }, { file, "File", $"billede-{number}.png" } };
            await AskAsync(editor, HttpMethod.Post, "/temporary-file", form);
            await AskAsync(editor, HttpMethod.Post, "/media", new
            {
                id = key,
                parent = (object?)null,
                mediaType = new { id = Image },
                values = new[] { new { alias = "umbracoFile", culture = (string?)null, segment = (string?)null, value = new { temporaryFileId = upload } } },
                variants = new[] { new { name = $"Billede {number}", culture = (string?)null, segment = (string?)null } },
            });
            last = key;
        }

        return last;
    }

    // From a click in the tree's place, the address, to a form that can be written in: what a link in a list does, without loading the client anew.
    private static async Task OpenAsync(CmsProcess cms, Guid[] events)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(BackofficeLoad.Browser);
        await using var window = await chromium.NewContextAsync(new() { Locale = "da-DK" });
        var page = await window.NewPageAsync();
        await BackofficeLoad.SignInAsync(page, cms);
        var times = new List<TimeSpan>();
        for (var opening = 0; opening < 3 + Openings; opening++)
        {
            var milliseconds = await page.EvaluateAsync<double>(
                """
                async key => {
                  const field = () => {
                    const deep = (root, name) => { for (const one of root.querySelectorAll('*')) { if (one.localName === name) return one; const found = one.shadowRoot && deep(one.shadowRoot, name); if (found) return found; } };
                    const editor = deep(document, 'umb-document-workspace-editor');
                    const input = editor?.shadowRoot && deep(editor.shadowRoot, 'umb-workspace-split-view-variant-selector')?.shadowRoot?.querySelector('#name-input');
                    return location.pathname.includes(key) && input?.value && deep(editor.shadowRoot, 'umb-property-editor-ui-text-box') ? input.value : null;
                  };
                  const began = performance.now();
                  history.pushState(null, '', `/umbraco/section/content/workspace/document/edit/${key}`);
                  while (!field()) await new Promise(requestAnimationFrame);
                  return performance.now() - began;
                }
                """,
                events[opening].ToString());
            if (opening >= 3)
            {
                times.Add(TimeSpan.FromMilliseconds(milliseconds));
            }

            await page.EvaluateAsync("history.pushState(null, '', '/umbraco/section/content')");
            await page.Locator("umb-document-workspace-editor").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }

        Figures.Row($"opening an event in the browser, from click to form ({Openings} times): p50, p95", $"{Figures.Milliseconds(Figures.Percentile(times, .5))}, {Figures.Milliseconds(Figures.Percentile(times, Share))}");
    }
}
