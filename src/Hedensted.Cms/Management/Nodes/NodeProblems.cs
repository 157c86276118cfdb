using System.Diagnostics;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>From what the content engine answered to what the editor reads.</summary>
internal static class NodeProblems
{
    /// <summary>No such node.</summary>
    public static Problem NotFound(NodeKind kind) => Problems.NotFound(Noun(kind));

    /// <summary>Why a write was refused.</summary>
    /// <exception cref="UnreachableException">The status is success, or a conflict, which <see cref="EditConflicts"/> explains.</exception>
    public static Problem From(EditingStatus status, NodeKind kind) => status switch
    {
        EditingStatus.NotFound => NotFound(kind),
        EditingStatus.ContentTypeNotFound => Problems.NotFound("Typen", Name(status)),
        EditingStatus.ParentNotFound => Problems.NotFound(kind == NodeKind.Document ? "Siden ovenover" : "Mappen", Name(status)),
        EditingStatus.PropertyTypeNotFound => Problems.NotFound("Et af felterne", Name(status)),
        EditingStatus.ContentTypeCultureVarianceMismatch => Bad(
            status, "Sprogene passer ikke til typen", "Typen er ændret, siden du åbnede den. Genindlæs siden, og prøv igen."),
        EditingStatus.PropertyTypeCultureVarianceMismatch => Bad(
            status, "Sprogene passer ikke til felterne", "Typen er ændret, siden du åbnede den. Genindlæs siden, og prøv igen."),
        EditingStatus.ParentInvalid => Bad(
            status, "Det kan den ikke ligge under", $"{Noun(kind)} kan ikke ligge under sig selv. Vælg et andet sted."),
        EditingStatus.NotAllowed => Bad(
            status, "Typen må ikke ligge her", "Vælg et sted, hvor typen er tilladt, eller bed en administrator tillade den."),
        EditingStatus.InTrash => Bad(
            status, "Den ligger i papirkurven", "Gendan den fra papirkurven først."),
        EditingStatus.NotInTrash => Bad(
            status, "Den ligger ikke i papirkurven", "Nogen har gendannet den. Genindlæs træet for at se, hvor den er nu."),
        EditingStatus.SortingInvalid => Bad(
            status, "Rækkefølgen passer ikke længere", "Nogen har flyttet eller slettet noget imens. Luk vinduet, og sortér igen."),
        EditingStatus.PropertyValidationError => Bad(
            status, "Nogle felter skal rettes", "Felterne er markeret. Ret dem, og prøv igen."),
        EditingStatus.InvalidCulture => Bad(
            status, "Sproget findes ikke", "Sproget er fjernet, siden du åbnede siden. Genindlæs, og prøv igen."),
        EditingStatus.DuplicateKey => Bad(
            status, "Den er allerede oprettet", "Genindlæs træet, og åbn den derfra."),
        EditingStatus.InvalidName => Bad(
            status, "Navnet mangler eller er for langt", "Skriv et navn på højst 255 tegn."),
        EditingStatus.ConcurrencyViolation or EditingStatus.Success => throw new UnreachableException($"Not a refusal: {status}"),
        _ => throw new UnreachableException($"Unmapped {nameof(EditingStatus)}: {status}"),
    };

    /// <summary>Why a publish or unpublish was refused. Broken rules are explained by <see cref="ValidationPaths"/> where there is a request to point into.</summary>
    /// <exception cref="UnreachableException">The status is success.</exception>
    public static Problem From(PublishingStatus status) => status switch
    {
        PublishingStatus.ContentNotFound => Problems.NotFound("Siden", nameof(PublishingStatus.ContentNotFound)),
        PublishingStatus.ContentInvalid => Bad(
            status, "Siden kan ikke udgives endnu", "Nogle felter mangler eller er forkerte. Åbn siden, ret de markerede felter, og udgiv igen."),
        PublishingStatus.NothingToPublish => Bad(
            status, "Der er ikke valgt noget at udgive", "Vælg mindst ét sprog, og prøv igen."),
        PublishingStatus.MandatoryCultureMissing => Bad(
            status, "Et påkrævet sprog mangler", "Udgiv også de sprog, der er påkrævet."),
        PublishingStatus.InTrash => Bad(
            status, "Siden ligger i papirkurven", "Gendan siden fra papirkurven, før du udgiver den."),
        PublishingStatus.InvalidCulture => Bad(
            status, "Sproget findes ikke", "Sproget er fjernet, siden du åbnede siden. Genindlæs, og prøv igen."),
        PublishingStatus.CannotPublishInvariantWhenVariant => Bad(
            status, "Vælg et sprog", "Siden findes på flere sprog. Vælg, hvilke der skal udgives."),
        PublishingStatus.CannotPublishVariantWhenNotVariant => Bad(
            status, "Siden findes kun på ét sprog", "Typen er ændret, siden du åbnede siden. Genindlæs, og prøv igen."),
        PublishingStatus.CultureMissing => Bad(
            status, "Siden er ikke skrevet på det sprog", "Opret siden på sproget, før du udgiver den."),
        PublishingStatus.PathNotPublished => Bad(
            status, "Siden ovenover er ikke udgivet", "Borgerne kan ikke komme til siden. Udgiv siden ovenover først; det, du har skrevet, er gemt."),
        PublishingStatus.ConcurrencyViolation => Bad(
            status, "Nogen har ændret siden imens", "Genindlæs siden, og prøv igen."),
        PublishingStatus.UnpublishTimeNeedsToBeAfterPublishTime => Bad(
            status, "Tidspunkterne passer ikke sammen", "Siden skal tages ned efter, at den er udgivet. Ret tidspunkterne."),
        PublishingStatus.UpublishTimeNeedsToBeInFuture => Bad(
            status, "Tidspunktet er passeret", "Vælg et tidspunkt i fremtiden for, hvornår siden tages ned."),
        PublishingStatus.PublishTimeNeedsToBeInFuture => Bad(
            status, "Tidspunktet er passeret", "Vælg et tidspunkt i fremtiden for, hvornår siden udgives."),
        PublishingStatus.FailedBranch => Bad(
            status, "Nogle af siderne blev ikke udgivet", "Resten er udgivet. Åbn de sider, der mangler, og ret de markerede felter."),
        PublishingStatus.Success => throw new UnreachableException($"Not a refusal: {status}"),
        _ => throw new UnreachableException($"Unmapped {nameof(PublishingStatus)}: {status}"),
    };

    /// <summary>What editors call it, in the definite form.</summary>
    public static string Noun(NodeKind kind) => kind == NodeKind.Document ? "Siden" : "Mediefilen";

    private static Problem Bad<T>(T status, string title, string detail)
        where T : struct, Enum => Problems.BadRequest(status.ToString(), title, detail);

    private static string Name(EditingStatus status) => status.ToString();
}
