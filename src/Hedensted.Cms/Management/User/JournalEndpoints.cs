using System.Diagnostics;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Management.User;

/// <summary>Whom a line of the journal names.</summary>
internal sealed record JournalName(Guid Id, string Name);

/// <summary>A line of the journal: when, who, what, to whom.</summary>
internal sealed record JournalLineResponse(DateTimeOffset Timestamp, string LogType, string Text, string? Comment, JournalName? User, JournalName Subject);

/// <summary>What was done to users and groups, for those who look after them. Umbraco has no such list.</summary>
internal static class JournalEndpoints
{
    /// <summary>Maps <c>/hedensted/user-journal</c>.</summary>
    public static void MapJournal(this IEndpointRouteBuilder management) => management
        .MapGet("/hedensted/user-journal", (Guid? subject, [AsParameters] Paging paging, JournalLines lines, CancellationToken cancellationToken) =>
            lines.ReadAsync(subject, paging, cancellationToken))
        .WithTags("User")
        .RequireAuthorization(Policies.Users);
}

/// <summary>From the journal to what is shown.</summary>
internal sealed class JournalLines(UserJournal journal, UserNames names)
{
    public async Task<PagedModel<JournalLineResponse>> ReadAsync(Guid? subject, Paging paging, CancellationToken cancellationToken)
    {
        var (total, lines) = await journal.ReadAsync(subject, paging.Offset, paging.Limit, cancellationToken);
        var actors = await names.FindAsync(lines.Select(line => line.ActorKey), cancellationToken);
        return new(total, [.. lines.Select(line => new JournalLineResponse(
            line.At,
            line.What.ToString(),
            TextOf(line.What),
            line.Detail,
            line.ActorKey is { } actor ? new JournalName(actor, actors.GetValueOrDefault(actor, "En slettet bruger")) : null,
            new JournalName(line.SubjectKey, line.SubjectName)))]);
    }

    private static string TextOf(UserEvent what) => what switch
    {
        UserEvent.Created => "Bruger oprettet",
        UserEvent.Invited => "Inviteret",
        UserEvent.Accepted => "Tog imod invitationen",
        UserEvent.Changed => "Oplysninger ændret",
        UserEvent.Regrouped => "Grupper ændret",
        UserEvent.Closed => "Deaktiveret",
        UserEvent.Opened => "Aktiveret igen",
        UserEvent.Unlocked => "Låst op",
        UserEvent.Deleted => "Bruger slettet",
        UserEvent.SignedIn => "Logget ind",
        UserEvent.SignInFailed => "Forkert adgangskode eller kode",
        UserEvent.LockedOut => "Låst efter for mange forkerte forsøg",
        UserEvent.ResetAsked => "Link til ny adgangskode sendt",
        UserEvent.PasswordChanged => "Adgangskode ændret",
        UserEvent.TwoStepsOn => "To trin slået til",
        UserEvent.TwoStepsOff => "To trin slået fra",
        UserEvent.Linked => "Knyttet til et login udefra",
        UserEvent.KeyAdded => "Nøgle tilføjet",
        UserEvent.KeyRemoved => "Nøgle fjernet",
        UserEvent.GroupCreated => "Gruppe oprettet",
        UserEvent.GroupChanged => "Gruppe ændret",
        UserEvent.GroupDeleted => "Gruppe slettet",
        _ => throw new UnreachableException($"Unmapped {nameof(UserEvent)}: {what}"),
    };
}
