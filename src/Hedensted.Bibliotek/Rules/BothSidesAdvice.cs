using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;

namespace Hedensted.Bibliotek.Rules;

/// <summary>A dialogue meeting has sources that speak for and against: whoever comes can prepare for both sides.</summary>
public sealed class BothSidesAdvice : IContentAdvice
{
    private const string Sources = "sources";

    /// <inheritdoc/>
    public IEnumerable<ContentAdvice> Of(ContentType type, NodeContent content)
    {
        if (type.Alias != EventTypes.DialogueMeeting)
        {
            return [];
        }

        var stances = Block.ListOf(content.Values.IsDefaultOrEmpty ? null : content.ValueOf(Sources)).Select(source => source.Text("stance")).ToHashSet();
        string? missing = (stances.Contains("For"), stances.Contains("Imod")) switch
        {
            (true, true) => null,
            (false, false) => "Der mangler kilder, der taler for, og kilder, der taler imod. Find mindst én af hver; mødet kan udgives imens.",
            (true, false) => "Der mangler en kilde, der taler imod. Find mindst én, så begge sider kan genkende sig selv; mødet kan udgives imens.",
            (false, true) => "Der mangler en kilde, der taler for. Find mindst én, så begge sider kan genkende sig selv; mødet kan udgives imens.",
        };
        return missing is null ? [] : [new ContentAdvice(Sources, missing)];
    }
}
