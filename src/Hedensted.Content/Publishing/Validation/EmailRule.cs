using System.Net.Mail;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>One e-mail address without a display name.</summary>
internal sealed class EmailRule : EditorRule
{
    private const int MaxLength = 254;

    public override void Check(Field field)
    {
        if (!IsAddress(JsonValues.Text(field.Value)))
        {
            field.Report("Skriv en e-mailadresse, fx navn@hedensted.dk");
        }
    }

    private static bool IsAddress(string? text) =>
        text is { Length: <= MaxLength }
        && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '"' or '<' or '>')
        && MailAddress.TryCreate(text, out var address)
        && address.Address.Equals(text, StringComparison.Ordinal)
        && address.Host.Contains('.', StringComparison.Ordinal)
        && address.Host.Split('.').All(label => label.Length > 0 && label[0] != '-' && label[^1] != '-');
}
