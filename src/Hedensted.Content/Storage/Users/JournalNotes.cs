using System.Text.Json;
using Hedensted.Content.Model;
using Hedensted.Content.Storage.Users.Rows;
using Hedensted.Content.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Hedensted.Content.Storage.Users;

/// <summary>Notes what one transaction does to users and groups, and writes it to the journal at its end.</summary>
/// <remarks>
/// The notes are made of the rows themselves, so no writer has to remember to tell; only a delete that goes past the rows must
/// (<see cref="Add"/>). What changed is told in words and names; of passwords, codes and keys only that they did.
/// </remarks>
internal sealed class JournalNotes
{
    private readonly UsersContext _context;
    private readonly List<Note> _notes = [];

    public JournalNotes(UsersContext context)
    {
        _context = context;
        context.SavingChanges += (_, _) =>
        {
            foreach (var entry in context.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
            {
                Look(entry);
            }
        };
    }

    /// <summary>Something that the rows do not show.</summary>
    public void Add(UserEvent what, Guid userKey, string? detail = null) => _notes.Add(new Note(what, userKey, null, detail));

    /// <summary>Writes the notes as done by somebody.</summary>
    public async Task WriteAsync(Guid? actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_notes.Count == 0)
        {
            return;
        }

        var names = await NamesAsync(cancellationToken);
        var groups = await GroupsAsync(cancellationToken);
        _context.Journal.AddRange(_notes.Select(note => new JournalRow
        {
            Id = Guid.CreateVersion7(now),
            At = now.ToUnixTimeMilliseconds(),
            What = note.What.ToString(),
            SubjectKey = note.Key,
            SubjectName = note.Name ?? names.GetValueOrDefault(note.Key, ""),
            ActorKey = actor ?? (IsOnesOwn(note.What) ? note.Key : null),
            Detail = note.Groups is var (before, after) ? GroupsInWords(before, after, groups) : note.Detail,
        }));
        _notes.Clear();
        await _context.SaveChangesAsync(cancellationToken);
    }

    private void Look(EntityEntry entry)
    {
        switch (entry)
        {
            case { Entity: UserRow user, State: EntityState.Added }:
                _notes.Add(new Note(user.State == nameof(UserState.Invited) ? UserEvent.Invited : UserEvent.Created, user.Key, user.Name, null, ([], Keys(user.Groups))));
                break;
            case { Entity: UserRow user, State: EntityState.Modified }:
                LookAt(entry, user);
                break;
            case { Entity: UserRow user }:
                _notes.Add(new Note(UserEvent.Deleted, user.Key, user.Name, null));
                break;
            case { Entity: UserGroupRow group }:
                _notes.Add(NoteOf(entry, group));
                break;
            case { Entity: UserLinkRow { Purpose: nameof(LinkPurpose.PasswordReset) } link, State: EntityState.Added }:
                Add(UserEvent.ResetAsked, link.UserKey);
                break;
            case { Entity: UserLinkRow link, State: EntityState.Added } when !_notes.Exists(note => note.Key == link.UserKey && note.What == UserEvent.Invited):
                Add(UserEvent.Invited, link.UserKey, "Igen");
                break;
            case { Entity: SecondStepRow step, State: EntityState.Added }:
                Add(UserEvent.TwoStepsOn, step.UserKey);
                break;
            case { Entity: ExternalLoginRow login, State: EntityState.Added }:
                Add(UserEvent.Linked, login.UserKey, login.Provider);
                break;
            case { Entity: ApiClientRow client, State: EntityState.Added }:
                Add(UserEvent.KeyAdded, client.UserKey, client.ClientId);
                break;
        }
    }

    private void LookAt(EntityEntry entry, UserRow user)
    {
        T Before<T>(string property) => (T)entry.Property(property).OriginalValue!;
        void Tell(UserEvent what, string? detail = null) => _notes.Add(new Note(what, user.Key, user.Name, detail));

        var state = Before<string>(nameof(UserRow.State));
        if (state != user.State)
        {
            Tell(user.State == nameof(UserState.Disabled) ? UserEvent.Closed : state == nameof(UserState.Disabled) ? UserEvent.Opened : UserEvent.Accepted);
        }

        if (Before<long?>(nameof(UserRow.PasswordChangedAt)) != user.PasswordChangedAt)
        {
            Tell(UserEvent.PasswordChanged);
        }

        // A program signs in every twenty minutes; that would drown what people do.
        if (Before<long?>(nameof(UserRow.LastLoginAt)) != user.LastLoginAt && user.Kind == nameof(UserKind.Default))
        {
            Tell(UserEvent.SignedIn);
        }

        var groups = Keys(Before<string>(nameof(UserRow.Groups)));
        if (!groups.ToHashSet().SetEquals(Keys(user.Groups)))
        {
            _notes.Add(new Note(UserEvent.Regrouped, user.Key, user.Name, null, (groups, Keys(user.Groups))));
        }

        string[] changes =
        [
            .. Told("Navn", Before<string>(nameof(UserRow.Name)), user.Name),
            .. Told("E-mail", Before<string>(nameof(UserRow.Email)), user.Email),
            .. Told("Sprog", Before<string>(nameof(UserRow.LanguageIsoCode)), user.LanguageIsoCode),
            .. If("Startsider", Before<string>(nameof(UserRow.DocumentStartNodes)) != user.DocumentStartNodes || Before<bool>(nameof(UserRow.DocumentRoot)) != user.DocumentRoot),
            .. If("Mediemapper", Before<string>(nameof(UserRow.MediaStartNodes)) != user.MediaStartNodes || Before<bool>(nameof(UserRow.MediaRoot)) != user.MediaRoot),
            .. If("Billede", Before<string?>(nameof(UserRow.Avatar)) != user.Avatar),
        ];
        if (changes.Length > 0)
        {
            Tell(UserEvent.Changed, string.Join("; ", changes));
        }
    }

    private static Note NoteOf(EntityEntry entry, UserGroupRow row)
    {
        var group = row.ToGroup();
        return entry.State switch
        {
            EntityState.Added => new Note(UserEvent.GroupCreated, row.Key, group.Name, null),
            EntityState.Deleted => new Note(UserEvent.GroupDeleted, row.Key, group.Name, null),
            _ => new Note(
                UserEvent.GroupChanged,
                row.Key,
                group.Name,
                GroupChanges.InWords(JsonSerializer.Deserialize<UserGroup>((string)entry.Property(nameof(UserGroupRow.Data)).OriginalValue!)!, group)),
        };
    }

    private static IEnumerable<string> Told(string field, string before, string after) => If($"{field}: {before} → {after}", before != after);

    private static IEnumerable<string> If(string text, bool isSo) => isSo ? [text] : [];

    private async Task<Dictionary<Guid, string>> NamesAsync(CancellationToken cancellationToken)
    {
        Guid[] nameless = [.. _notes.Where(note => note.Name is null).Select(note => note.Key).Distinct()];
        return nameless.Length == 0
            ? []
            : await _context.Users.AsNoTracking().Where(user => nameless.Contains(user.Key)).ToDictionaryAsync(user => user.Key, user => user.Name, cancellationToken);
    }

    // Also those that this transaction deletes: who was in them should read what they were called.
    private async Task<Dictionary<Guid, string>> GroupsAsync(CancellationToken cancellationToken)
    {
        if (!_notes.Exists(note => note.Groups is not null))
        {
            return [];
        }

        var names = (await _context.Groups.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(row => row.Key, row => row.ToGroup().Name);
        foreach (var gone in _notes.Where(note => note.What == UserEvent.GroupDeleted))
        {
            names[gone.Key] = gone.Name!;
        }

        return names;
    }

    private static string GroupsInWords(Guid[] before, Guid[] after, Dictionary<Guid, string> names)
    {
        string Names(IEnumerable<Guid> keys) => string.Join(", ", keys.Select(key => names.GetValueOrDefault(key, "en slettet gruppe")).Order(StringComparer.CurrentCulture));
        return before.Length == 0 ? Names(after) : $"{Names(before)} → {(after.Length == 0 ? "ingen" : Names(after))}";
    }

    // Done by whoever it is about, where nobody was signed in: with the password or with a link that was sent to them.
    private static bool IsOnesOwn(UserEvent what) =>
        what is UserEvent.SignedIn or UserEvent.Accepted or UserEvent.PasswordChanged or UserEvent.TwoStepsOn or UserEvent.Linked;

    private static Guid[] Keys(string json) => JsonSerializer.Deserialize<Guid[]>(json) ?? [];

    private sealed record Note(UserEvent What, Guid Key, string? Name, string? Detail, (Guid[] Before, Guid[] After)? Groups = null);
}
