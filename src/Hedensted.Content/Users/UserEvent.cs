namespace Hedensted.Content.Users;

/// <summary>What can happen to a user or a group. The names are stored: they may be added to, not changed.</summary>
public enum UserEvent
{
    /// <summary>A user was made.</summary>
    Created,

    /// <summary>A user was invited, for the first time or again.</summary>
    Invited,

    /// <summary>An invited user has come.</summary>
    Accepted,

    /// <summary>Name, e-mail, language, portrait or start nodes were changed.</summary>
    Changed,

    /// <summary>The user was put in or taken out of groups.</summary>
    Regrouped,

    /// <summary>The account was closed.</summary>
    Closed,

    /// <summary>The account was opened again.</summary>
    Opened,

    /// <summary>Wrong passwords were forgiven.</summary>
    Unlocked,

    /// <summary>A user or group was deleted.</summary>
    Deleted,

    /// <summary>Signed in.</summary>
    SignedIn,

    /// <summary>A wrong password or code.</summary>
    SignInFailed,

    /// <summary>Too many wrong ones: nobody gets in for a while.</summary>
    LockedOut,

    /// <summary>A link for a new password was asked for.</summary>
    ResetAsked,

    /// <summary>The password was chosen or replaced.</summary>
    PasswordChanged,

    /// <summary>Two steps were turned on.</summary>
    TwoStepsOn,

    /// <summary>Two steps were turned off.</summary>
    TwoStepsOff,

    /// <summary>An account in a directory elsewhere was linked.</summary>
    Linked,

    /// <summary>A program was given a key.</summary>
    KeyAdded,

    /// <summary>A program's key was taken away.</summary>
    KeyRemoved,

    /// <summary>A group was made.</summary>
    GroupCreated,

    /// <summary>A group's name, rights or start nodes were changed.</summary>
    GroupChanged,

    /// <summary>A group was deleted.</summary>
    GroupDeleted,
}
