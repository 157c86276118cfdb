namespace Hedensted.Bibliotek.Import;

/// <summary>What a person is asked about, and what they can decide; the words are stored and are part of our own API.</summary>
public static class ImportChoices
{
    /// <summary>Which place a name means.</summary>
    public const string Place = "place";

    /// <summary>Which partner a name means.</summary>
    public const string Partner = "partner";

    /// <summary>What becomes of a coming event that the source has no more.</summary>
    public const string Vanished = "vanished";

    /// <summary>It is this one.</summary>
    public const string Choose = "choose";

    /// <summary>It becomes a partner of its own.</summary>
    public const string Create = "create";

    /// <summary>It is left out.</summary>
    public const string Ignore = "ignore";

    /// <summary>«Aflys»: it does not take place.</summary>
    public const string Cancel = "cancel";

    /// <summary>«Behold»: it stays as it is.</summary>
    public const string Keep = "keep";

    /// <summary>«Frigør»: it takes place, and editors own it from now on.</summary>
    public const string Release = "release";

    /// <summary>What can be decided about a kind of question.</summary>
    public static IReadOnlyList<string> Of(string kind) => kind switch
    {
        Place => [Choose],
        Partner => [Choose, Create, Ignore],
        Vanished => [Cancel, Keep, Release],
        _ => [],
    };
}
