using Hedensted.Content.Changes;

namespace Hedensted.Content.Publishing;

/// <summary>Wakes the clock when something new is scheduled.</summary>
internal sealed class ScheduleSignal : Signal;
