using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Hedensted.Cms.Tests.Media;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.People.Colleagues;

namespace Hedensted.Cms.Tests.Management.People;

/// <summary>Colleagues come, change and go.</summary>
public class UserTests
{
    private static readonly Guid Administrators = Umbraco.Cms.Core.Constants.Security.AdminGroupKey;
    private static readonly Guid Writers = Umbraco.Cms.Core.Constants.Security.WriterGroupKey;
    private static readonly HttpMethod Get = HttpMethod.Get;
    private static readonly HttpMethod Post = HttpMethod.Post;
    private static readonly HttpMethod Put = HttpMethod.Put;
    private static readonly HttpMethod Delete = HttpMethod.Delete;

    [Test]
    public async Task A_new_colleague_is_listed_found_filtered_and_looked_up()
    {
        var (key, email, _) = await Rikke.NewUserAsync(Writers);
        Assert.Multiple(async () =>
        {
            Assert.That((await Rikke.GetAsync($"filter/user?skip=0&take=10&filter={email[..20]}")).Ids(), Is.EqualTo(new[] { key }));
            Assert.That((await Rikke.GetAsync($"filter/user?skip=0&take=10&filter={email[..20]}&userStates=Disabled")).Ids(), Is.Empty);
            Assert.That((await Rikke.GetAsync($"filter/user?skip=0&take=10&filter={email[..20]}&userStates=Inactive&userGroupIds={Writers}")).Ids(), Is.EqualTo(new[] { key }));
            Assert.That((await Rikke.GetAsync($"filter/user?skip=0&take=10&filter={email[..20]}&userGroupIds={Administrators}")).Ids(), Is.Empty);
            Assert.That((await Rikke.GetAsync("user?skip=0&take=1000")).Ids(), Does.Contain(key));
            Assert.That((await Rikke.GetAsync($"user/batch?id={key}&id={Guid.NewGuid()}")).Ids(), Is.EqualTo(new[] { key }));
            Assert.That((await Writer.GetAsync($"item/user?id={key}")).Ids(), Is.EqualTo(new[] { key }));
            var user = (await Rikke.GetAsync($"user/{key}"))!;
            Assert.That(user["email"]!.GetValue<string>(), Is.EqualTo(email));
            Assert.That(user["state"]!.GetValue<string>(), Is.EqualTo("Inactive"));
            Assert.That(user["isAdmin"]!.GetValue<bool>(), Is.False);
        });
    }

    [Test]
    public async Task Whoever_is_blocked_is_out_at_the_next_click_and_cannot_come_back_until_opened_again()
    {
        var (key, email, password) = await Rikke.NewUserAsync(Writers);
        using var colleague = await Host.SignInAsync(email, password);
        Assert.That((await colleague.GetAsync("user/current"))!["id"]!.GetValue<Guid>(), Is.EqualTo(key));

        await Rikke.DoAsync(Post, "user/disable", new { userIds = new[] { new { id = key } } });
        Assert.That(await StatusAsync(colleague, Get, "user/current"), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.ThrowsAsync<HttpRequestException>(() => Host.SignInAsync(email, password));
        Assert.That((await Rikke.GetAsync($"user/{key}"))!["state"]!.GetValue<string>(), Is.EqualTo("Disabled"));

        await Rikke.DoAsync(Post, "user/enable", new { userIds = new[] { new { id = key } } });
        Assert.That(await StatusAsync(colleague, Get, "user/current"), Is.EqualTo(HttpStatusCode.Unauthorized), "the old session stays dead");
        using var again = await Host.SignInAsync(email, password);
        Assert.That((await Rikke.GetAsync($"user/{key}"))!["state"]!.GetValue<string>(), Is.EqualTo("Active"));
    }

    [Test]
    public async Task Whoever_locked_themselves_out_is_shown_as_locked_and_let_in_again()
    {
        var (key, email, password) = await Rikke.NewUserAsync(Writers);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.ThrowsAsync<HttpRequestException>(() => Host.SignInAsync(email, "forkert adgangskode"));
        }

        Assert.That((await Rikke.GetAsync($"user/{key}"))!["state"]!.GetValue<string>(), Is.EqualTo("LockedOut"));
        await Rikke.DoAsync(Post, "user/unlock", new { userIds = new[] { new { id = key } } });
        using var colleague = await Host.SignInAsync(email, password);
        Assert.That((await Rikke.GetAsync($"user/{key}"))!["failedLoginAttempts"]!.GetValue<int>(), Is.Zero);
    }

    [Test]
    public async Task A_password_that_an_administrator_gives_ends_the_old_sessions_and_must_be_a_good_one()
    {
        var (key, email, password) = await Rikke.NewUserAsync(Writers);
        using var colleague = await Host.SignInAsync(email, password);
        Assert.That(await OperationStatusAsync(Rikke, Post, $"user/{key}/change-password", new { newPassword = "kort" }), Is.EqualTo("InvalidPassword"));
        Assert.That(await StatusAsync(colleague, Get, "user/current"), Is.EqualTo(HttpStatusCode.OK));

        await Rikke.DoAsync(Post, $"user/{key}/change-password", new { newPassword = "en helt ny sætning" });
        Assert.That(await StatusAsync(colleague, Get, "user/current"), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.ThrowsAsync<HttpRequestException>(() => Host.SignInAsync(email, password));
        using var again = await Host.SignInAsync(email, "en helt ny sætning");
    }

    [Test]
    public async Task Nobody_closes_or_deletes_themselves_and_the_mistakes_have_umbracos_names()
    {
        var me = (await Rikke.GetAsync("user/current"))!["id"]!.GetValue<Guid>();
        var myself = new { userIds = new[] { new { id = me } } };
        var (key, email, _) = await Rikke.NewUserAsync(Writers);
        object New(string address, params Guid[] groups) => new { kind = "Default", email = address, userName = address, name = "N", userGroupIds = groups.Select(group => new { id = group }) };
        Assert.Multiple(async () =>
        {
            Assert.That(await OperationStatusAsync(Rikke, Post, "user/disable", myself), Is.EqualTo("CannotDisableSelf"));
            Assert.That(await OperationStatusAsync(Rikke, Delete, $"user/{me}"), Is.EqualTo("CannotDeleteSelf"));
            Assert.That(await OperationStatusAsync(Rikke, Delete, "user", myself), Is.EqualTo("CannotDeleteSelf"));
            Assert.That(await OperationStatusAsync(Rikke, Post, $"user/{me}/reset-password"), Is.EqualTo("SelfPasswordResetNotAllowed"));
            Assert.That(await OperationStatusAsync(Rikke, Post, "user", New(email, Writers)), Is.EqualTo("DuplicateEmail"));
            Assert.That(await OperationStatusAsync(Rikke, Post, "user", New("ikke en adresse", Writers)), Is.EqualTo("InvalidEmail"));
            Assert.That(await OperationStatusAsync(Rikke, Post, "user", New("ny@example.dk")), Is.EqualTo("NoUserGroup"));
            Assert.That(await OperationStatusAsync(Rikke, Post, "user", New("ny@example.dk", Guid.NewGuid())), Is.EqualTo("MissingUserGroup"));
            Assert.That(await OperationStatusAsync(Rikke, Get, $"user/{Guid.NewGuid()}"), Is.EqualTo("UserNotFound"));
        });
        await Rikke.DoAsync(Delete, $"user/{key}");
        Assert.That(await StatusAsync(Rikke, Get, $"user/{key}"), Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Whoever_looks_after_users_without_being_administrator_raises_nobody_and_touches_no_administrator()
    {
        var narrow = Group(Writing);
        await Rikke.DoAsync(Post, "user-group", narrow);
        var (warden, wardenKey, wardenGroup) = await Rikke.InAsync(Host, Group(Writing, ["Umb.Section.Content", "Umb.Section.Media", "Umb.Section.Users"]));
        var (administrator, _, _) = await Rikke.NewUserAsync(Administrators);
        var (equal, _, _) = await Rikke.NewUserAsync(narrow["id"]!.GetValue<Guid>());
        var me = new { userIds = new[] { new { id = wardenKey } }, userGroupIds = new[] { new { id = Administrators } } };
        var wide = Group(Deciding);
        var own = (await warden.GetAsync($"user-group/{wardenGroup}"))!.AsObject();
        own["fallbackPermissions"] = Texts(Deciding);
        var settings = Group(Writing, ["Umb.Section.Settings"]);
        Assert.Multiple(async () =>
        {
            Assert.That(await StatusAsync(warden, Post, "user/set-user-groups", me), Is.EqualTo(HttpStatusCode.Forbidden), "raises themselves");
            Assert.That(await StatusAsync(warden, Post, $"user-group/{Administrators}/users", new[] { new { id = wardenKey } }), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(warden, Put, $"user-group/{wardenGroup}", own), Is.EqualTo(HttpStatusCode.Forbidden), "raises the own group");
            Assert.That(await StatusAsync(warden, Post, "user-group", wide), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(warden, Post, "user-group", settings), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(warden, Post, $"user/{administrator}/reset-password"), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(warden, Post, "user/disable", new { userIds = new[] { new { id = administrator } } }), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(warden, Delete, $"user/{administrator}"), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(warden, Delete, $"user/avatar/{administrator}"), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(warden, Post, $"user/{equal}/reset-password"), Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await StatusAsync(warden, Post, "user-group", Group(Reading)), Is.EqualTo(HttpStatusCode.Created));
        });
        Assert.That((await Rikke.GetAsync($"user/{wardenKey}"))!["userGroupIds"].Ids(), Is.EqualTo(new[] { wardenGroup }));
    }

    [Test]
    public async Task Whoever_may_publish_at_one_branch_only_does_not_give_away_more_than_that()
    {
        var branch = await Rikke.CreateAsync(Page, "Gren", null, ("title", "G"));
        var closed = await Rikke.CreateAsync(Page, "Lukket", null, ("title", "L"));
        string[] sections = ["Umb.Section.Content", "Umb.Section.Media", "Umb.Section.Users"];
        var (warden, _, _) = await Rikke.InAsync(Host, Group(Writing, sections).At(branch, Deciding).At(closed, Reading));
        Assert.Multiple(async () =>
        {
            Assert.That(await StatusAsync(warden, Post, "user-group", Group(Writing).At(closed, Reading)), Is.EqualTo(HttpStatusCode.Created));
            Assert.That(await StatusAsync(warden, Post, "user-group", Group(Writing).At(closed, Reading).At(branch, Deciding)), Is.EqualTo(HttpStatusCode.Created));
            Assert.That(await StatusAsync(warden, Post, "user-group", Group(Writing)), Is.EqualTo(HttpStatusCode.Forbidden), "would open what is closed to them");
            Assert.That(await StatusAsync(warden, Post, "user-group", Group(Deciding).At(closed, Reading)), Is.EqualTo(HttpStatusCode.Forbidden));
        });
    }

    [Test]
    public async Task A_portrait_is_put_up_shown_and_taken_down()
    {
        var (colleague, key, _) = await Rikke.ColleagueAsync(Host, Writers);
        var upload = await UploadAsync(colleague, "portræt.png", Pictures.Png(40, 40));
        await colleague.DoAsync(Post, "user/current/avatar", new { file = Reference(upload) });
        var url = (await colleague.GetAsync("user/current"))!["avatarUrls"]![0]!.GetValue<string>();
        using var stranger = Host.Stranger();
        using (var picture = await stranger.GetAsync(url))
        {
            Assert.That(picture.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
            Assert.That(picture.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        }

        Assert.That((await Rikke.GetAsync($"item/user?id={key}"))![0]!["avatarUrls"]!.AsArray(), Has.Count.EqualTo(5));
        await Rikke.DoAsync(Delete, $"user/avatar/{key}");
        Assert.That((await colleague.GetAsync("user/current"))!["avatarUrls"]!.AsArray(), Is.Empty);
        using var gone = await stranger.GetAsync(url);
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

        var text = await UploadAsync(colleague, "brev.txt", "Kære redaktør"u8.ToArray());
        Assert.That(await OperationStatusAsync(colleague, Post, "user/current/avatar", new { file = Reference(text) }), Is.EqualTo("InvalidAvatar"));
        Assert.That(await OperationStatusAsync(colleague, Post, "user/current/avatar", new { file = Reference(Guid.NewGuid()) }), Is.EqualTo("AvatarFileNotFound"));
    }

    [Test]
    public async Task What_an_extension_remembers_for_one_is_hidden_from_another()
    {
        var key = Guid.NewGuid();
        await Rikke.DoAsync(Post, "user-data", new { key, group = "prøve", identifier = "a", value = "1" });
        await Rikke.DoAsync(Put, "user-data", new { key, group = "prøve", identifier = "a", value = "2" });
        Assert.Multiple(async () =>
        {
            Assert.That((await Rikke.GetAsync($"user-data/{key}"))!["value"]!.GetValue<string>(), Is.EqualTo("2"));
            Assert.That((await Rikke.GetAsync("user-data?groups=prøve&skip=0&take=10"))!["total"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(await StatusAsync(Writer, Get, $"user-data/{key}"), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await StatusAsync(Writer, Delete, $"user-data/{key}"), Is.EqualTo(HttpStatusCode.NotFound));
        });
        await Rikke.DoAsync(Delete, $"user-data/{key}");
        Assert.That(await StatusAsync(Rikke, Get, $"user-data/{key}"), Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<Guid> UploadAsync(Editor editor, string name, byte[] bytes)
    {
        var id = Guid.NewGuid();
        using var form = new MultipartFormDataContent { { new StringContent(id.ToString()), "Id" } };
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "File", name);
        await editor.DoAsync(Post, "temporary-file", form);
        return id;
    }

    private static async Task<HttpStatusCode> StatusAsync(Editor editor, HttpMethod method, string path, object? body = null)
    {
        using var response = await editor.SendAsync(method, path, body);
        return response.StatusCode;
    }

    private static async Task<string> OperationStatusAsync(Editor editor, HttpMethod method, string path, object? body = null)
    {
        using var response = await editor.SendAsync(method, path, body);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())?["operationStatus"]?.GetValue<string>() ?? response.StatusCode.ToString();
    }
}
