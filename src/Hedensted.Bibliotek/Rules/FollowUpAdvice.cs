using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;

namespace Hedensted.Bibliotek.Rules;

/// <summary>What came of a dialogue meeting is told by the day that was promised.</summary>
/// <param name="time">Tells what day it is in Denmark.</param>
public sealed class FollowUpAdvice(TimeProvider time) : IContentAdvice
{
    private const string FollowUp = "followUp";

    /// <inheritdoc/>
    public IEnumerable<ContentAdvice> Of(ContentType type, NodeContent content) =>
        type.Alias == EventTypes.DialogueMeeting
        && !content.Values.IsDefaultOrEmpty
        && content.ValueOf("followUpDue").AsDate() is { } due
        && due < DateOnly.FromDateTime(WallTime.InDenmark(time.GetUtcNow()).DateTime)
        && Block.ListOf(content.ValueOf(FollowUp)).IsEmpty
            ? [new ContentAdvice(FollowUp, $"Opfølgningen skulle være skrevet senest {DanishDates.Long(due)}. Skriv under «Efter mødet», hvad I var enige og uenige om, og hvad I tager med.")]
            : [];
}
