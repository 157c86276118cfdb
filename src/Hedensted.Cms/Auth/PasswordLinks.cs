using System.Text.RegularExpressions;
using Hedensted.Cms.Mail;
using Hedensted.Content.Model;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Auth;

/// <summary>Makes, sends and honours the links with which somebody chooses a password.</summary>
internal sealed partial class PasswordLinks(
    UserLinks links, UserStore users, Passwords passwords, SignedInUsers signedIn, LetterSeal seal, IOptions<MailOptions> mail, IConfiguration configuration, TimeProvider time)
{
    private static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(3);
    private static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);

    /// <summary>The query's word for what a link is for.</summary>
    public static string FlowOf(LinkPurpose purpose) => purpose == LinkPurpose.Invitation ? "invite-user" : "reset-password";

    /// <summary>The query's name of the secret.</summary>
    public static string CodeOf(LinkPurpose purpose) => purpose == LinkPurpose.Invitation ? "inviteCode" : "resetCode";

    /// <summary>
    /// Whether somebody who has forgotten the password can be helped by mail. That takes a mail server and our own address: a link
    /// that a stranger asks for must not lead where the stranger's request said.
    /// </summary>
    public bool CanReset => mail.Value.IsConfigured && ConfiguredAddress is not null;

    /// <summary>Invites somebody.</summary>
    /// <returns>The status, and the link to hand over when no mail can be sent.</returns>
    public async Task<(UserOperationStatus Status, string? Link)> InviteAsync(User user, string? message, string from, HttpRequest request, CancellationToken cancellationToken)
    {
        var (link, address) = New(user.Key, LinkPurpose.Invitation, InvitationLifetime, request);
        var letter = mail.Value.IsConfigured ? seal.Seal(InvitationTo(user, message, from, address)) : null;
        var status = await links.InviteAsync(user, link, letter, time.GetUtcNow(), cancellationToken);
        return (status, letter is null ? address : null);
    }

    /// <summary>Invites again somebody who has not come.</summary>
    /// <returns>The status, and the link to hand over when no mail can be sent.</returns>
    public async Task<(UserOperationStatus Status, string? Link)> InviteAgainAsync(
        Guid userKey, string? message, string from, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(userKey, cancellationToken) is not { } user)
        {
            return (UserOperationStatus.UserNotFound, null);
        }

        var (link, address) = New(userKey, LinkPurpose.Invitation, InvitationLifetime, request);
        var letter = mail.Value.IsConfigured ? seal.Seal(InvitationTo(user, message, from, address)) : null;
        var status = await links.InviteAgainAsync(link, letter, time.GetUtcNow(), cancellationToken);
        return (status, letter is null ? address : null);
    }

    /// <summary>Sends a link to somebody who says they have forgotten the password, if there is such a person.</summary>
    public async Task SendResetAsync(string email, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!CanReset || await users.FindCredentialsAsync(email, cancellationToken) is not { } found)
        {
            return;
        }

        var (link, address) = New(found.User.Key, LinkPurpose.PasswordReset, ResetLifetime, request);
        await links.ResetAsync(link, seal.Seal(ResetTo(found.User, address)), time.GetUtcNow(), cancellationToken);
    }

    /// <summary>Whose link this is; null when it does not work (any more).</summary>
    public Task<User?> FindAsync(Guid? userKey, LinkPurpose purpose, string? code, CancellationToken cancellationToken) =>
        userKey is { } key && !string.IsNullOrEmpty(code)
            ? links.FindAsync(key, purpose, OpaqueToken.HashOf(code), time.GetUtcNow(), cancellationToken)
            : Task.FromResult<User?>(null);

    /// <summary>Sets the password and uses the link up.</summary>
    /// <returns>Null when it is done; else what is wrong with the password, or an empty text when the link does not work.</returns>
    public async Task<string?> UseAsync(Guid? userKey, LinkPurpose purpose, string? code, string? password, CancellationToken cancellationToken)
    {
        if (await FindAsync(userKey, purpose, code, cancellationToken) is not { } user)
        {
            return string.Empty;
        }

        if (PasswordPolicy.Complaint(password ?? "", user) is { } complaint)
        {
            return complaint;
        }

        var hash = await passwords.HashAsync(password!, cancellationToken);
        var used = await links.UseAsync(user.Key, purpose, OpaqueToken.HashOf(code!), hash, time.GetUtcNow(), cancellationToken);
        signedIn.Forget();
        return used ? null : string.Empty;
    }

    private string? ConfiguredAddress =>
        configuration["Umbraco:CMS:WebRouting:UmbracoApplicationUrl"] is { Length: > 0 } address ? address.TrimEnd('/') : null;

    private (UserLink Link, string Address) New(Guid userKey, LinkPurpose purpose, TimeSpan lifetime, HttpRequest request)
    {
        var code = OpaqueToken.New();
        var address = QueryHelpers.AddQueryString($"{ConfiguredAddress ?? OAuthClient.Origin(request)}/umbraco/login", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["flow"] = FlowOf(purpose),
            ["userId"] = userKey.ToString(),
            [CodeOf(purpose)] = code,
        });
        return (new UserLink(userKey, purpose, OpaqueToken.HashOf(code), time.GetUtcNow() + lifetime), address);
    }

    private static Letter InvitationTo(User user, string? message, string from, string address) => new(
        user.Email,
        "Invitation til Hedensted Bibliotekernes redaktion",
        $"""
        Kære {OneLine(user.Name)}

        {OneLine(from)} har inviteret dig til at skrive på Hedensted Bibliotekernes hjemmeside.
        {(string.IsNullOrWhiteSpace(message) ? "" : $"\n{message.Trim()}\n")}
        Vælg din adgangskode her. Linket virker én gang og i tre døgn:

        {address}

        Er det ikke dig, kan du se bort fra denne mail.
        """);

    private static Letter ResetTo(User user, string address) => new(
        user.Email,
        "Vælg en ny adgangskode",
        $"""
        Kære {OneLine(user.Name)}

        Nogen – forhåbentlig dig – har bedt om en ny adgangskode til Hedensted Bibliotekernes redaktion.
        Vælg den her. Linket virker én gang og i en time:

        {address}

        Har du ikke bedt om det, skal du intet gøre. Din adgangskode er den samme som før.
        """);

    private static string OneLine(string text) => LineBreaks().Replace(text, " ");

    [GeneratedRegex(@"[\r\n]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LineBreaks();
}
