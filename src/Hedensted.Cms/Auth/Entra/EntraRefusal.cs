namespace Hedensted.Cms.Auth.Entra;

/// <summary>Why somebody was not let in who came from the directory. The address names it, and the page says it.</summary>
internal enum EntraRefusal
{
    /// <summary>The directory does not answer.</summary>
    Unreachable,

    /// <summary>They said no, or closed the directory's page.</summary>
    Cancelled,

    /// <summary>The answer is too old, has been used, or belongs to another browser.</summary>
    Expired,

    /// <summary>The token is not genuine, or not for us.</summary>
    Untrusted,

    /// <summary>The account is not known here, and none is made.</summary>
    NoAccount,

    /// <summary>None of the roles lets in.</summary>
    NoRole,

    /// <summary>The account is in more groups than the token has room for.</summary>
    TooManyGroups,

    /// <summary>Somebody here has the e-mail already.</summary>
    EmailTaken,

    /// <summary>An administrator has closed the account.</summary>
    Closed,

    /// <summary>The configuration names a group that is not here.</summary>
    MissingGroup,

    /// <summary>It would leave the site without an administrator.</summary>
    LastAdministrator,
}

/// <summary>The refusals in words.</summary>
internal static class EntraRefusals
{
    /// <summary>The query's name of the refusal.</summary>
    public const string Query = "afvist";

    /// <summary>What the page says about the word in the address; null when it is none of ours.</summary>
    public static string? TextOf(string? word, string directory) => Enum.TryParse<EntraRefusal>(word, ignoreCase: true, out var refusal) && Enum.IsDefined(refusal)
        ? refusal switch
        {
            EntraRefusal.Unreachable => $"{directory} svarer ikke lige nu. Prøv igen om lidt, eller log ind med adgangskode.",
            EntraRefusal.Cancelled => $"Du blev ikke logget ind hos {directory}. Prøv igen.",
            EntraRefusal.Expired => "Der gik for lang tid, eller siden blev åbnet to gange. Prøv igen.",
            EntraRefusal.Untrusted => $"Svaret fra {directory} kunne ikke godkendes. Prøv igen, og kontakt den, der administrerer systemet, hvis det bliver ved.",
            EntraRefusal.NoAccount => "Du er logget ind, men har ingen bruger her. Bed en administrator om at invitere dig.",
            EntraRefusal.NoRole => "Du er logget ind, men har ikke en rolle, der giver adgang her. Bed en administrator om den.",
            EntraRefusal.TooManyGroups => "Din konto er med i så mange grupper, at vi ikke kan se dem. Bed administratoren om at give dig en approlle i stedet.",
            EntraRefusal.EmailTaken => "Der er allerede en bruger her med din e-mail, og den er ikke knyttet til din konto. Spørg en administrator.",
            EntraRefusal.Closed => "Kontoen er lukket. Spørg en administrator.",
            EntraRefusal.MissingGroup => "Opsætningen nævner en brugergruppe, der ikke findes. Sig det til en administrator.",
            _ => "Du er den sidste administrator, og rollen kan ikke tages fra dig. Giv en anden den først.",
        }
        : null;
}
