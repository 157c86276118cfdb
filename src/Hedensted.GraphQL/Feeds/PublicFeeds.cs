using System.Collections.Immutable;
using Hedensted.GraphQL.Feeds.Dpl;
using Hedensted.GraphQL.Feeds.Icalendar;
using Hedensted.GraphQL.Feeds.Rss;
using Hedensted.GraphQL.Feeds.SchemaOrg;

namespace Hedensted.GraphQL.Feeds;

/// <summary>Every feed that there is.</summary>
internal static class PublicFeeds
{
    public static ImmutableArray<Feed> All { get; } = [IcalendarFeeds.Events, IcalendarFeeds.Occurrence, RssFeeds.Events, StructuredDataFeeds.Events, DplEvents.Events, DplOpeningHours.Hours];
}
