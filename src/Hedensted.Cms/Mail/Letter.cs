using System.Text.Json;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.DataProtection;

namespace Hedensted.Cms.Mail;

/// <summary>A letter in plain text.</summary>
/// <param name="To">The recipient's address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">What it says.</param>
internal sealed record Letter(string To, string Subject, string Text);

/// <summary>Seals letters for the outbox: what is stored tells nobody who was written to, nor the link that is in it.</summary>
internal sealed class LetterSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Hedensted.Cms.Mail.Letter");

    public OutgoingLetter Seal(Letter letter) => new(Guid.CreateVersion7(), _protector.Protect(JsonSerializer.Serialize(letter)));

    public Letter Open(OutgoingLetter letter) => JsonSerializer.Deserialize<Letter>(_protector.Unprotect(letter.Content))!;
}
