namespace Hedensted.Bibliotek;

/// <summary>Keys of the nodes that the starting content in <c>uSync/</c> brings; an editor may rename and move them.</summary>
public static class StartingSite
{
    /// <summary>The front page and the settings of the site.</summary>
    public static readonly Guid Home = new("59e2c097-ef71-5342-849f-d6c883757fc4");

    /// <summary>The front page of the strategy.</summary>
    public static readonly Guid Strategy = new("abb37949-2421-509d-86f0-55751e6dfe2d");

    /// <summary>The catalogue of actions.</summary>
    public static readonly Guid ActionCatalogue = new("8896ef0f-1b7f-5a75-add1-4102df06d6ce");

    /// <summary>The folder of all events, series and dialogue meetings.</summary>
    public static readonly Guid Events = new("5673f8bc-4b36-5064-a36c-f1b181843545");

    /// <summary>The folder of branches and outreach places.</summary>
    public static readonly Guid Places = new("52d7e150-5740-5ef4-a00a-96f0c0c08524");

    /// <summary>The folder of partners.</summary>
    public static readonly Guid Partners = new("6ebe2ab1-08b5-5600-816d-937af58f59c2");

    /// <summary>The folder of screens, playlists and campaigns.</summary>
    public static readonly Guid Screens = new("9eb22193-ec9e-5b31-9ae4-23f6616d827a");

    /// <summary>The folder of feedback forms.</summary>
    public static readonly Guid Forms = new("d2139f73-f1f8-55fd-909f-cc5f3ec6dcb2");

    /// <summary>The folder of explained words.</summary>
    public static readonly Guid Terms = new("d651341f-ab98-57bb-b94e-10824a908f70");

    /// <summary>Focus area 1.</summary>
    public static readonly Guid JoyOfReading = new("a14c8d4a-0d50-53c1-a0cb-96426c6f3d03");

    /// <summary>Focus area 2.</summary>
    public static readonly Guid HeadHandsBody = new("125f325d-f716-54a0-b67e-02a05dbf1fb4");

    /// <summary>Focus area 3.</summary>
    public static readonly Guid Dialogue = new("208c3391-45f3-54da-99fa-e3fa1f0de44b");

    /// <summary>Focus area 4.</summary>
    public static readonly Guid Communities = new("46a62a7d-85fe-5304-8198-a628a3717a40");

    /// <summary>The branch in Hedensted.</summary>
    public static readonly Guid HedenstedLibrary = new("7d7f7aef-173c-51b1-b793-088c7bca02dc");

    /// <summary>The branch in Juelsminde.</summary>
    public static readonly Guid JuelsmindeLibrary = new("3bf6813f-c3e0-5514-93fc-191e730854b2");

    /// <summary>The branch in Tørring.</summary>
    public static readonly Guid ToerringLibrary = new("e988a03d-4d1c-55c7-ba9b-d75d69011205");

    /// <summary>The branch in Hornsyld.</summary>
    public static readonly Guid HornsyldLibrary = new("0563a0e5-8425-522e-b81c-4704c9175386");

    /// <summary>The administration for schools and day care.</summary>
    public static readonly Guid Learning = new("094cbeac-a7f7-5f43-b846-0925b47d4510");

    /// <summary>The administration for care.</summary>
    public static readonly Guid SocialCare = new("96a00634-fc52-5d3b-b1d3-9e60e52f48c2");

    /// <summary>The administration for growth and climate.</summary>
    public static readonly Guid GrowthAndClimate = new("0145ded0-0f00-504d-b42a-9037fae3be4a");

    /// <summary>The administration for culture and leisure.</summary>
    public static readonly Guid CultureAndLeisure = new("f325afb4-bbfa-501c-8d83-41488e80530c");
}
