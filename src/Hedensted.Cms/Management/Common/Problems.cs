using Hedensted.Content.Editing;

namespace Hedensted.Cms.Management.Common;

/// <summary>The problems that every resource can have.</summary>
internal static class Problems
{
    /// <summary>What was asked for is not there.</summary>
    /// <param name="what">Danish, in the definite form with a capital, e.g. «Siden».</param>
    /// <param name="operationStatus">Umbraco's name for it.</param>
    public static Problem NotFound(string what, string operationStatus = "NotFound") => new(
        StatusCodes.Status404NotFound,
        $"{what} findes ikke",
        $"{what} er slettet eller har aldrig været der. Genindlæs for at se, hvad der er nu.",
        operationStatus);

    /// <summary>The request cannot be carried out as it stands.</summary>
    public static Problem BadRequest(string operationStatus, string title, string detail) =>
        new(StatusCodes.Status400BadRequest, title, detail, operationStatus);

    /// <summary>The editor may not do this.</summary>
    /// <param name="action">Danish, after «Du har ikke lov til at», e.g. «udgive her».</param>
    public static Problem Forbidden(string action) => new(
        StatusCodes.Status403Forbidden,
        "Det har du ikke adgang til",
        $"Du har ikke lov til at {action}. Spørg en administrator, hvis du skal kunne det.",
        "Unauthorized");

    /// <summary>Fields break rules.</summary>
    /// <param name="errors">JSON path in the request → messages.</param>
    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) => new(
        StatusCodes.Status400BadRequest,
        "Nogle felter skal rettes",
        "Felterne er markeret. Ret dem, og prøv igen.",
        nameof(EditingStatus.PropertyValidationError),
        errors);
}
