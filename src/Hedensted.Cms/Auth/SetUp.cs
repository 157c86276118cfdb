using System.Globalization;
using System.Net.Mail;
using Hedensted.Cms.Backoffice;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Auth;

/// <summary>What the set-up page sends.</summary>
internal sealed record SetUpRequest(string? Token, string? Name, string? Email, string? Password);

/// <summary>The page behind the one-time link.</summary>
internal sealed class SetUp(SetUpLink link, UserStore users, Passwords passwords, SignIn signIn, LoginThrottle throttle, TimeProvider time)
{
    public IResult Show(HttpContext context, Pages pages)
    {
        if (link.Opens(context.Request.Query["token"]))
        {
            return pages.Form(
                context, FormPage.SetUp,
                ("note", BackofficeRoom.NoteFor(context)), ("minimumLength", PasswordPolicy.MinimumLength.ToString(CultureInfo.InvariantCulture)));
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return pages.Form(context, FormPage.LinkClosed, ("why", "Det er allerede brugt, eller serveren har lavet et nyt. Det nyeste link står i serverens vindue, så længe der ingen brugere er."));
    }

    public async Task<IResult> MakeFirstUserAsync(SetUpRequest request, HttpContext context, CancellationToken cancellationToken)
    {
        var address = context.Connection.RemoteIpAddress;
        if (throttle.Refusal(context) is { } wait)
        {
            return wait;
        }

        if (!link.Opens(request.Token))
        {
            throttle.Fail(address);
            return new Problem(StatusCodes.Status404NotFound, "Linket gælder ikke længere", "Linket er allerede brugt, eller serveren har lavet et nyt.");
        }

        var (name, email, password) = (request.Name?.Trim() ?? string.Empty, request.Email?.Trim() ?? string.Empty, request.Password ?? string.Empty);
        if (name.Length is 0 or > 200 || !MailAddress.TryCreate(email, out _))
        {
            return Invalid("Skriv både navn og en gyldig e-mail.");
        }

        if (PasswordPolicy.Complaint(password, email, name) is { } complaint)
        {
            return Invalid(complaint);
        }

        var user = FirstUser.Administrator(name, email, time.GetUtcNow());
        var hash = await passwords.HashAsync(password, cancellationToken);
        var made = await users.AddFirstAsync(user, hash, cancellationToken);
        link.Close();
        if (!made)
        {
            return Invalid("Den første bruger er allerede oprettet. Gå til login.");
        }

        await signIn.CompleteAsync(user, null, context, cancellationToken);
        return TypedResults.Ok();
    }

    private static Problem Invalid(string detail) => new(StatusCodes.Status400BadRequest, "Brugeren kunne ikke oprettes", detail, "InvalidUser");
}
