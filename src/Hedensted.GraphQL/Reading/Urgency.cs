namespace Hedensted.GraphQL.Reading;

/// <summary>How urgent a message is.</summary>
internal enum Urgency
{
    /// <summary>Info.</summary>
    Info,

    /// <summary>Vigtig.</summary>
    Important,

    /// <summary>Akut.</summary>
    Urgent,
}
