using System.Diagnostics;
using Hedensted.Cms.Management.Common;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.UserGroup;

/// <summary>From what the groups' store answered to what the administrator reads.</summary>
internal static class UserGroupProblems
{
    /// <summary>Why a change was refused.</summary>
    /// <exception cref="UnreachableException">The status is success or one that nobody here answers.</exception>
    public static Problem From(UserGroupOperationStatus status) => status switch
    {
        UserGroupOperationStatus.NotFound => Problems.NotFound("Brugergruppen", Name(status)),
        UserGroupOperationStatus.UserNotFound => Problems.NotFound("En af brugerne", Name(status)),
        UserGroupOperationStatus.DocumentStartNodeKeyNotFound => Problems.NotFound("Startsiden", Name(status)),
        UserGroupOperationStatus.MediaStartNodeKeyNotFound => Problems.NotFound("Startmappen", Name(status)),
        UserGroupOperationStatus.DocumentPermissionKeyNotFound => Problems.NotFound("En af siderne med egne rettigheder", Name(status)),
        UserGroupOperationStatus.DocumentTypePermissionKeyNotFound => Problems.NotFound("En af dokumenttyperne med egne rettigheder", Name(status)),
        UserGroupOperationStatus.LanguageNotFound => Problems.NotFound("Et af sprogene", Name(status)),
        UserGroupOperationStatus.AlreadyExists => Bad(status, "Gruppen er allerede oprettet", "Genindlæs listen, og åbn gruppen derfra."),
        UserGroupOperationStatus.DuplicateAlias => Bad(status, "Aliasset er i brug", "En anden gruppe har det. Skriv et andet."),
        UserGroupOperationStatus.MissingName => Bad(status, "Navn eller alias mangler", "Skriv begge dele."),
        UserGroupOperationStatus.NameTooLong => Bad(status, "Navnet er for langt", "Skriv højst 200 tegn."),
        UserGroupOperationStatus.AliasTooLong => Bad(status, "Aliasset er for langt", "Skriv højst 200 tegn."),
        UserGroupOperationStatus.CanNotDeleteIsSystemUserGroup => Bad(
            status, "Gruppen hører til systemet", "Den kan ikke slettes. Fjern dens medlemmer, hvis ingen skal have rettighederne."),
        UserGroupOperationStatus.CanNotUpdateAliasIsSystemUserGroup => Bad(status, "Gruppen hører til systemet", "Dens alias kan ikke ændres. Ret navnet i stedet."),
        UserGroupOperationStatus.AdminGroupCannotBeEmpty => Bad(
            status, "Der skal være en administrator", "Det er den sidste, der kan logge ind som administrator. Giv en anden rollen først."),
        _ => throw new UnreachableException($"Unmapped {nameof(UserGroupOperationStatus)}: {status}"),
    };

    private static Problem Bad(UserGroupOperationStatus status, string title, string detail) => Problems.BadRequest(Name(status), title, detail);

    private static string Name(UserGroupOperationStatus status) => status.ToString();
}
