namespace Hedensted.Cms.Backoffice;

/// <summary>A page from before the editor is known: what stands in the frame that they share, <c>form.html</c>.</summary>
/// <param name="Name">The page's file in <c>Backoffice/Pages</c>.</param>
/// <param name="Title">The browser's tab.</param>
/// <param name="Motto">On the picture; may hyphenate itself.</param>
/// <param name="HasScript">Whether there is a script of the same name.</param>
internal sealed record FormPage(string Name, string Title, string Motto = "", bool HasScript = true)
{
    /// <summary>Name and password, and the code of the second step.</summary>
    public static FormPage SignIn { get; } = new("sign-in", "Login", "Dit kulturelle forsamlings&shy;hus");

    /// <summary>Whoever has signed in elsewhere, on the way into the backoffice.</summary>
    public static FormPage Entered { get; } = new("entered", "Du er logget ind", "Dit kulturelle forsamlings&shy;hus");

    /// <summary>Asks for a link by mail.</summary>
    public static FormPage ForgotPassword { get; } = new("forgot-password", "Glemt adgangskode");

    /// <summary>What a link leads to.</summary>
    public static FormPage SetPassword { get; } = new("set-password", "Vælg adgangskode");

    /// <summary>What a link leads to that works no more.</summary>
    public static FormPage LinkClosed { get; } = new("link-closed", "Linket gælder ikke længere", HasScript: false);

    /// <summary>The first user of all.</summary>
    public static FormPage SetUp { get; } = new("set-up", "Opret den første bruger", "Her begynder det");
}
