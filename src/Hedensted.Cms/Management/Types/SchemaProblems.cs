using System.Diagnostics;
using System.Globalization;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Types;

/// <summary>What a webmaster reads when a change of types, folders, languages, texts or templates is refused, or had consequences.</summary>
/// <param name="The">What it is called, in the definite form with a capital, e.g. «Datatypen».</param>
internal sealed record SchemaNoun(string The)
{
    public static SchemaNoun DataType { get; } = new("Datatypen");

    public static SchemaNoun Folder { get; } = new("Mappen");

    public static SchemaNoun Language { get; } = new("Sproget");

    public static SchemaNoun Dictionary { get; } = new("Teksten");

    public static SchemaNoun Blueprint { get; } = new("Skabelonen");

    public static SchemaNoun Type(NodeKind kind) => new(kind == NodeKind.Media ? "Medietypen" : "Dokumenttypen");

    /// <summary>The answer to a creation.</summary>
    public IResult Created(SchemaResult result, HttpResponse response, string collection)
    {
        if (!result.Succeeded)
        {
            return Refused(result);
        }

        Tell(result, response);
        return CreatedResource.At(result.Key, collection);
    }

    /// <summary>The answer to a change.</summary>
    public IResult Done(SchemaResult result, HttpResponse response)
    {
        if (!result.Succeeded)
        {
            return Refused(result);
        }

        Tell(result, response);
        return TypedResults.Ok();
    }

    /// <summary>The refusal.</summary>
    public Problem Refused(SchemaResult result) => result.Explanation is { } explanation ? ByStatus(result) with { Detail = explanation } : ByStatus(result);

    private Problem ByStatus(SchemaResult result) => result.Status switch
    {
        SchemaStatus.NotFound => Problems.NotFound(The),
        SchemaStatus.DataTypeNotFound => Problems.NotFound("Datatypen", Name(result)) with { Detail = $"Datatypen til «{result.About}» er slettet. Vælg en anden." },
        SchemaStatus.ParentNotFound => Problems.NotFound("Mappen", Name(result)),
        SchemaStatus.ConcurrencyViolation => new Problem(
            StatusCodes.Status409Conflict,
            "En anden har gemt imens",
            $"{The} «{result.About}» er ændret, siden du åbnede den, og dine ændringer er ikke gemt. Åbn siden i en ny fane for at se, hvad der er nyt, og skriv dine ændringer ind der.",
            Name(result)),
        SchemaStatus.DuplicateKey => new Problem(StatusCodes.Status409Conflict, $"{The} findes allerede", "Genindlæs siden, og prøv igen.", Name(result)),
        SchemaStatus.DuplicateItemName => new Problem(
            StatusCodes.Status409Conflict, "Navnet er optaget", $"Der er allerede en tekst, der hedder «{result.About}». Vælg et andet navn.", Name(result)),
        SchemaStatus.InvalidConfiguration => Bad(result, "Nogle indstillinger skal rettes", string.Join(" ", result.Errors.Values)) with
        {
            Errors = result.Errors.ToDictionary(error => $"$.values[?(@.alias == '{error.Key}')].value", error => new[] { error.Value }),
        },
        SchemaStatus.InvalidContent => NodeProblems.From(result.Editing, NodeKind.Document),
        SchemaStatus.Success => throw new UnreachableException($"Not a refusal: {result.Status}"),
        _ => Bad(result, Title(result), Detail(result)),
    };

    private string Title(SchemaResult result) => result.Status switch
    {
        SchemaStatus.InvalidParent => $"{The} kan ikke ligge i sig selv",
        SchemaStatus.NotAllowed => $"{The} er i brug",
        SchemaStatus.NonDeletable => $"{The} hører til systemet",
        SchemaStatus.InvalidName => "Navnet mangler eller er for langt",
        SchemaStatus.DuplicateName => "Navnet er optaget",
        SchemaStatus.NotEmpty => "Mappen er ikke tom",
        SchemaStatus.PropertyEditorNotFound => "Redigeringsfeltet findes ikke",
        SchemaStatus.InvalidAlias => "Aliasset kan ikke bruges",
        SchemaStatus.DuplicateAlias => "Aliasset er optaget",
        SchemaStatus.InvalidPropertyTypeAlias => "Et felts alias kan ikke bruges",
        SchemaStatus.DuplicatePropertyTypeAlias => "To felter har samme alias",
        SchemaStatus.MissingContainer => "Et felt står i en gruppe, der ikke findes",
        SchemaStatus.DuplicateContainer => "To grupper er den samme",
        SchemaStatus.InvalidComposition => "Typen kan ikke sættes sammen af den",
        SchemaStatus.InvalidElementFlagDocumentHasContent => "Typen kan ikke blive en elementtype",
        SchemaStatus.InvalidElementFlagElementIsUsedInPropertyEditorConfiguration => "Typen skal blive ved med at være en elementtype",
        SchemaStatus.InvalidIsoCode => "Sprogkoden findes ikke",
        SchemaStatus.DuplicateIsoCode => "Sproget er der allerede",
        SchemaStatus.InvalidFallbackIsoCode => "Reservesproget findes ikke",
        SchemaStatus.InvalidFallback => "Sproget kan ikke være reserve for sig selv",
        SchemaStatus.MissingDefault => "Der skal være et standardsprog",
        SchemaStatus.InvalidTranslation => "Sproget findes ikke",
        SchemaStatus.DocumentTypeExists or SchemaStatus.MediaTypeExists => $"{The} er her allerede",
        SchemaStatus.IdMismatch => "Filen indeholder en anden type",
        SchemaStatus.TemporaryFileConversionFailure or SchemaStatus.InvalidFileContent => "Filen kan ikke læses",
        _ => throw new UnreachableException($"Unmapped {nameof(SchemaStatus)}: {result.Status}"),
    };

    private string Detail(SchemaResult result) => result.Status switch
    {
        SchemaStatus.InvalidParent => "Vælg et andet sted.",
        SchemaStatus.NotAllowed => $"Den bruges af {result.About}. Fjern den dér først.",
        SchemaStatus.NonDeletable => $"«{result.About}» kan hverken slettes eller få et andet alias, for andet regner med den.",
        SchemaStatus.InvalidName => string.Create(CultureInfo.InvariantCulture, $"Skriv et navn på højst 255 tegn{(The == "Mappen" ? " uden skråstreg" : "")}{(result.About is null ? "" : $" til «{result.About}»")}."),
        SchemaStatus.DuplicateName => $"Der er allerede noget, der hedder «{result.About}», det samme sted. Vælg et andet navn.",
        SchemaStatus.NotEmpty => $"Flyt eller slet det, der ligger i «{result.About}», og slet så mappen.",
        SchemaStatus.PropertyEditorNotFound => $"Systemet kender ikke «{result.About}». Vælg et andet redigeringsfelt.",
        SchemaStatus.InvalidAlias => $"«{result.About}» skal begynde med et bogstav a–z og ellers kun have bogstaver a–z, cifre og _.",
        SchemaStatus.DuplicateAlias => $"En anden type har aliasset «{result.About}». Vælg et andet.",
        SchemaStatus.InvalidPropertyTypeAlias => $"«{result.About}» skal begynde med et bogstav a–z, ellers kun have bogstaver a–z, cifre og _, og det må ikke være et ord, som alle sider har i forvejen, for eksempel name eller url.",
        SchemaStatus.DuplicatePropertyTypeAlias => $"«{result.About}» er på typen to gange, måske gennem en sammensætning. Giv det ene felt et andet alias.",
        SchemaStatus.MissingContainer => $"Flyt «{result.About}» til en gruppe, der er der, og gem igen.",
        SchemaStatus.DuplicateContainer => $"Fjern den ene «{result.About}», og gem igen.",
        SchemaStatus.InvalidComposition => $"«{result.About}» er slettet, er af en anden slags, eller er selv sat sammen af denne type. Vælg den fra.",
        SchemaStatus.InvalidElementFlagDocumentHasContent => $"Der er sider af typen «{result.About}». Slet dem først, også fra papirkurven.",
        SchemaStatus.InvalidElementFlagElementIsUsedInPropertyEditorConfiguration => $"Den bruges som blok i {result.About}. Fjern den dér først.",
        SchemaStatus.InvalidIsoCode => $"«{result.About}» er ikke en sprogkode. Vælg sproget på listen.",
        SchemaStatus.DuplicateIsoCode => $"«{result.About}» er på listen over sprog. Vælg et andet, eller ret det, der er.",
        SchemaStatus.InvalidFallbackIsoCode => $"«{result.About}» er ikke på listen over sprog. Vælg et andet reservesprog.",
        SchemaStatus.InvalidFallback => $"Reservesproget for «{result.About}» fører tilbage til sproget selv. Vælg et andet.",
        SchemaStatus.MissingDefault => $"«{result.About}» er standardsproget. Gør et andet sprog til standard først.",
        SchemaStatus.InvalidTranslation => $"«{result.About}» er ikke på listen over sprog. Genindlæs siden, og prøv igen.",
        SchemaStatus.DocumentTypeExists or SchemaStatus.MediaTypeExists => $"Filen indeholder «{result.About}», som er her i forvejen. Slet den, der er, eller giv typen en anden <Key> og et andet <Alias> i filen, hvis den skal være en ny.",
        SchemaStatus.IdMismatch => $"Filen indeholder «{result.About}». Vælg filen med den type, du er ved at erstatte.",
        SchemaStatus.TemporaryFileConversionFailure or SchemaStatus.InvalidFileContent => "Eksportér den igen fra det websted, den kommer fra.",
        _ => throw new UnreachableException($"Unmapped {nameof(SchemaStatus)}: {result.Status}"),
    };

    private static void Tell(SchemaResult result, HttpResponse response)
    {
        response.ReachesReadersAt(result.Position);
        foreach (var note in result.Notes)
        {
            response.Notify(NotificationType.Warning, "Se efter det importerede", note);
        }

        foreach (var left in result.LeftBehind)
        {
            var items = string.Create(CultureInfo.InvariantCulture, $"{left.Items} {(left.Items == 1 ? "sted" : "steder")}");
            response.Notify(
                NotificationType.Warning,
                $"Se efter feltet «{left.Property}»",
                left.IsKept
                    ? $"{items} passer indholdet ikke til de nye indstillinger. Det står der endnu, men skal rettes, før siden kan udgives igen."
                    : $"{items} kunne indholdet ikke bruges i det nye felt. Det ligger i sidernes historik.");
        }
    }

    private static Problem Bad(SchemaResult result, string title, string detail) => Problems.BadRequest(Name(result), title, detail);

    private static string Name(SchemaResult result) => result.Status.ToString();
}
