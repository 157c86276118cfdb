using Hedensted.Cms.Site.Opinions;
using Hedensted.Cms.Site.Pages;
using Hedensted.Content.Redirects;
using Hedensted.Content.Storage;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Hedensted.Cms.Site;

/// <summary>Which page answers an address: the calendar at the root, else the page of the document that stands there.</summary>
internal static class SitePages
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    private static readonly string[] WithPage =
    [
        "home", "eventFolder", "event", "eventSeries", "dialogueMeeting", "focusArea", "strategySection", "strategyPage", "branch", "outreachPlace", "placeFolder", "partnerFolder", "term", "termFolder",
        "action", "actionCatalogue",
    ];

    // Their address leads to the page of another: the calendar, or all terms.
    private static readonly string[] ShownElsewhere = ["home", "eventFolder", "term"];

    /// <summary>Whether documents of this type have an address here.</summary>
    public static bool HasPage(string contentType) => WithPage.Contains(contentType, StringComparer.Ordinal);

    /// <summary>Whether documents of this type have a page that is theirs alone, for search engines to find.</summary>
    public static bool HasOwnPage(string contentType) => HasPage(contentType) && !ShownElsewhere.Contains(contentType, StringComparer.Ordinal);

    /// <summary>«Det sker».</summary>
    public static async Task<IResult> CalendarAsync(HttpContext context, SiteReader reader, TimeProvider time)
    {
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Zone).Date.ToDateOnly();
        var filter = CalendarFilter.Read(context.Request.Query);
        if (filter.Text is not null)
        {
            await reader.WhenSearchableAsync(context.RequestAborted);
        }

        return reader.ReadOn<CalendarAnswer>(SiteQueries.Calendar, new { where = filter.Where(today), first = CalendarFilter.PageSize, after = filter.After }) is not { } answer
            ? Results.Redirect(filter.Address(after: null))
            : Page<CalendarPage>(context, reader, StatusCodes.Status200OK, ("Filter", filter), ("Answer", answer), ("Today", today));
    }

    /// <summary>What is found by the words of <c>?q=</c>.</summary>
    public static async Task<IResult> SearchAsync(HttpContext context, SiteReader reader)
    {
        var search = SiteSearch.Read(context.Request.Query);
        SearchAnswer? answer = null;
        if (search.Words is not null)
        {
            await reader.WhenSearchableAsync(context.RequestAborted);
            answer = reader.ReadOn<SearchAnswer>(
                SiteQueries.Search, new { words = search.Words, first = SiteSearch.PageSize, after = search.After, kinds = search.Kind is { } kind ? new[] { kind } : null, types = WithPage });
            if (answer is null)
            {
                return Results.Redirect(search.Address(search.Words, search.Kind));
            }
        }

        return Page<SearchPage>(context, reader, StatusCodes.Status200OK, ("Search", search), ("Answer", answer?.Search!));
    }

    /// <summary>All dialogue meetings.</summary>
    public static IResult Dialogues(HttpContext context, SiteReader reader) =>
        Page<DialoguesPage>(context, reader, StatusCodes.Status200OK, ("Answer", reader.Read<DialoguesAnswer>(SiteQueries.Dialogues)));

    /// <summary>The document at any other address.</summary>
    public static async Task<IResult> DocumentAsync(HttpContext context, SiteReader reader, RedirectStore redirects, Bibliotek.Engagement.Opinions opinions)
    {
        var path = context.Request.Path.Value ?? "/";
        var located = reader.Read<Location>(SiteQueries.Locate, new { path }).Content;
        if (located?.Path != path && reader.Edition.Whole.Varies && reader.Edition.LanguageAt(path) is { } language)
        {
            reader.Language = language;
            located = reader.Read<Location>(SiteQueries.Locate, new { path }).Content;
        }

        if (located is null)
        {
            return await MovedToAsync(path, context, reader, redirects) is { } moved
                ? Results.Redirect(moved + context.Request.QueryString, permanent: true)
                : Missing(context, reader);
        }

        if (!string.Equals(located.Path, path, StringComparison.Ordinal))
        {
            return Results.Redirect(located.Path + context.Request.QueryString, permanent: true);
        }

        var id = new { id = located.Id };
        var crumbs = ("Crumbs", (object)located.Ancestors);
        return !HasPage(located.ContentType) ? Missing(context, reader) : located.ContentType switch
        {
            "home" or "eventFolder" => Results.Redirect("/"),
            "event" or "eventSeries" or "dialogueMeeting" when reader.Read<EventAnswer>(SiteQueries.Event, new { id = located.Id, origin = $"{context.Request.Scheme}://{context.Request.Host}" }).Event is { } detail =>
                Page<EventPage>(context, reader, StatusCodes.Status200OK, ("Event", detail), crumbs, ("Opinion", OpinionEndpoints.QuestionOf(context, reader, located.Id, opinions)!)),
            "focusArea" when reader.Read<FocusAreaAnswer>(SiteQueries.FocusArea, id).FocusArea is { } area =>
                Page<FocusAreaPage>(context, reader, StatusCodes.Status200OK, ("Area", area), crumbs),
            "strategySection" or "strategyPage" when reader.Read<StrategyAnswer>(SiteQueries.Strategy, id) is { StrategyPage: not null } strategy =>
                Page<StrategyPage>(context, reader, StatusCodes.Status200OK, ("Answer", strategy), crumbs),
            "action" when reader.Read<ActionAnswer>(SiteQueries.Action, id).Content is { } action =>
                Page<ActionPage>(context, reader, StatusCodes.Status200OK, ("Action", action), crumbs),
            "actionCatalogue" when reader.Read<ActionsAnswer>(SiteQueries.Actions, id) is { Content: not null } actions =>
                Page<ActionsPage>(context, reader, StatusCodes.Status200OK, ("Answer", actions), crumbs),
            "branch" when reader.Read<BranchAnswer>(SiteQueries.Branch, id).Branch is { } branch =>
                Page<BranchPage>(context, reader, StatusCodes.Status200OK, ("Branch", branch), crumbs),
            "outreachPlace" when reader.Read<PlaceAnswer>(SiteQueries.Place, id) is { Content: not null } place =>
                Page<PlacePage>(context, reader, StatusCodes.Status200OK, ("Answer", place), crumbs),
            "placeFolder" or "partnerFolder" => Page<ListPage>(context, reader, StatusCodes.Status200OK, ("Located", located)),
            "term" or "termFolder" => Page<TermsPage>(context, reader, StatusCodes.Status200OK, ("Located", located), ("Answer", reader.Read<TermsAnswer>(SiteQueries.Terms))),
            _ => Missing(context, reader),
        };
    }

    // Only an address that nobody stands at is looked up, and readers of all others never wait for the database.
    private static async Task<string?> MovedToAsync(string path, HttpContext context, SiteReader reader, RedirectStore redirects)
    {
        try
        {
            return await redirects.FindAsync(path, context.RequestAborted) is { } redirect && reader.Edition.Whole.Find(redirect.DocumentKey) is { } document
                ? reader.Edition.Whole.PathOf(document, redirect.Culture)
                : null;
        }
        catch (StorageUnavailableException)
        {
            return null;
        }
    }

    /// <summary>A page that says one thing.</summary>
    public static IResult Message(HttpContext context, SiteReader reader, int status, string title, string message) =>
        Page<MessagePage>(context, reader, status, ("Title", title), ("Message", message), ("Path", context.Request.Path.Value ?? "/"));

    private static IResult Missing(HttpContext context, SiteReader reader) => reader.Edition.IsPreview
        ? Message(context, reader, StatusCodes.Status404NotFound, "Kladden kan ikke vises", "Den har ingen side på webstedet, eller der mangler noget i den. Udfyld de markerede felter, og vis den igen.")
        : Message(context, reader, StatusCodes.Status404NotFound, "Siden findes ikke", "Måske er den flyttet eller taget af. Kalenderen viser alt, hvad der sker.");

    private static WholePage<TPage> Page<TPage>(HttpContext context, SiteReader reader, int status, params (string Name, object Value)[] parameters)
        where TPage : IComponent
    {
        SiteHeaders.AddTo(context.Response, reader.Edition);
        var values = parameters.ToDictionary(parameter => parameter.Name, parameter => (object?)parameter.Value);
        values["Frame"] = reader.Read<Frame>(SiteQueries.Frame);
        return new(values, status);
    }
}
