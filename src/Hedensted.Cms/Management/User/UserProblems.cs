using System.Diagnostics;
using Hedensted.Cms.Management.Common;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.User;

/// <summary>From what the users' stores answered to what the administrator reads.</summary>
internal static class UserProblems
{
    /// <summary>The answer to a change: 200, or why it was refused.</summary>
    public static IResult Answer(UserOperationStatus status) => status == UserOperationStatus.Success ? TypedResults.Ok() : From(status);

    /// <summary>Why a change was refused.</summary>
    /// <exception cref="UnreachableException">The status is success or one that nobody here answers.</exception>
    public static Problem From(UserOperationStatus status) => status switch
    {
        UserOperationStatus.UserNotFound => Problems.NotFound("Brugeren", nameof(UserOperationStatus.UserNotFound)),
        UserOperationStatus.MissingUserGroup => Problems.NotFound("Brugergruppen", nameof(UserOperationStatus.MissingUserGroup)),
        UserOperationStatus.ContentNodeNotFound => Problems.NotFound("En af siderne", nameof(UserOperationStatus.ContentNodeNotFound)),
        UserOperationStatus.MediaNodeNotFound => Problems.NotFound("En af mapperne", nameof(UserOperationStatus.MediaNodeNotFound)),
        UserOperationStatus.AvatarFileNotFound => Problems.NotFound("Billedet", nameof(UserOperationStatus.AvatarFileNotFound)),
        UserOperationStatus.InvalidUserName => Bad(status, "Navnet mangler", "Skriv et navn på højst 200 tegn."),
        UserOperationStatus.InvalidEmail => Bad(status, "E-mailen kan ikke bruges", "Skriv en gyldig e-mailadresse."),
        UserOperationStatus.DuplicateEmail => Bad(status, "E-mailen er i brug", "En anden bruger har den. Skriv en anden, eller find brugeren på listen."),
        UserOperationStatus.DuplicateId => Bad(status, "Brugeren er allerede oprettet", "Genindlæs listen, og åbn brugeren derfra."),
        UserOperationStatus.NoUserGroup => Bad(status, "Der mangler en brugergruppe", "Vælg mindst én gruppe, ellers kan brugeren intet."),
        UserOperationStatus.InvalidIsoCode => Bad(status, "Sproget kan ikke bruges", "Vælg et sprog på listen."),
        UserOperationStatus.AdminUserGroupMustNotBeEmpty => Bad(
            status, "Der skal være en administrator", "Det er den sidste, der kan logge ind som administrator. Giv en anden rollen først."),
        UserOperationStatus.CannotDisableSelf => Bad(status, "Du kan ikke lukke din egen konto", "Bed en anden administrator om det."),
        UserOperationStatus.CannotDeleteSelf => Bad(status, "Du kan ikke slette dig selv", "Bed en anden administrator om det."),
        UserOperationStatus.CannotDisableInvitedUser => Bad(
            status, "Brugeren er inviteret og har ikke logget ind", "Der er intet at lukke endnu. Slet brugeren i stedet."),
        UserOperationStatus.CannotDeleteUserWithLoginHistory => Bad(
            status, "Brugeren kan ikke slettes", "Brugeren har logget ind og står ved det, vedkommende har lavet. Luk kontoen i stedet."),
        UserOperationStatus.InvalidUserType => Bad(status, "Det kan denne slags bruger ikke", "API-brugere logger ind med nøgler og personer med adgangskode."),
        UserOperationStatus.InvalidAvatar => Bad(status, "Billedet kan ikke bruges", "Vælg en JPG-, PNG-, WebP- eller GIF-fil."),
        UserOperationStatus.NotInInviteState => Bad(status, "Brugeren er ikke inviteret", "Brugeren har allerede taget imod. Nulstil adgangskoden i stedet."),
        UserOperationStatus.InvalidInviteToken => Bad(status, "Invitationen gælder ikke længere", "Bed den, der inviterede dig, om at sende en ny."),
        UserOperationStatus.InvalidPasswordResetToken => Bad(status, "Linket gælder ikke længere", "Det er brugt eller for gammelt. Bed om et nyt."),
        UserOperationStatus.SelfPasswordResetNotAllowed => Bad(status, "Det er din egen adgangskode", "Skift den på din egen profil, hvor du også skriver den gamle."),
        _ => throw new UnreachableException($"Unmapped {nameof(UserOperationStatus)}: {status}"),
    };

    /// <summary>A password that is too easy.</summary>
    public static Problem Password(string complaint) => Problems.BadRequest("InvalidPassword", "Adgangskoden kan ikke bruges", complaint);

    private static Problem Bad(UserOperationStatus status, string title, string detail) => Problems.BadRequest(status.ToString(), title, detail);
}
