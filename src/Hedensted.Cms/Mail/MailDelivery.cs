using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using Hedensted.Content;
using Hedensted.Content.Users;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Mail;

/// <summary>Empties the outbox. A letter that the mail server does not take is tried again, at longer and longer pauses, until its link has expired.</summary>
internal sealed partial class MailDelivery(MailOutbox outbox, LetterSeal seal, IOptions<MailOptions> options, TimeProvider time, ILogger<MailDelivery> logger)
    : PeriodicWork(TimeSpan.FromSeconds(2), time, logger, atStart: true)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (options.Value.IsConfigured && await outbox.TakeAsync(Clock.GetUtcNow(), cancellationToken) is { } letter)
        {
            try
            {
                await SendAsync(seal.Open(letter), cancellationToken);
                await outbox.SentAsync(letter.Id, cancellationToken);
                Log.Sent(Logger, letter.Id);
            }
            catch (CryptographicException)
            {
                // Sealed with keys that are gone: nobody can ever read it.
                await outbox.SentAsync(letter.Id, cancellationToken);
                Log.Unreadable(Logger, letter.Id);
            }
            catch (Exception failure) when (failure is SmtpException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                await outbox.FailedAsync(letter, Clock.GetUtcNow(), cancellationToken);
                Log.Failed(Logger, letter.Id, letter.Attempts, MailOutbox.PauseAfter(letter.Attempts), failure.Message);
            }
        }
    }

    private async Task SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        var server = options.Value;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.UseTls, DeliveryFormat = SmtpDeliveryFormat.SevenBit };
        if (!string.IsNullOrEmpty(server.Username))
        {
            client.Credentials = new NetworkCredential(server.Username, server.Password);
        }

        using var message = new MailMessage(server.From!, letter.To, letter.Subject, letter.Text);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        await client.SendMailAsync(message, patience.Token);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Letter {Letter} was sent")]
        public static partial void Sent(ILogger logger, Guid letter);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Letter {Letter} was not taken by the mail server (attempt {Attempt}); it is tried again in {Pause}: {Reason}")]
        public static partial void Failed(ILogger logger, Guid letter, int attempt, TimeSpan pause, string reason);

        [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "Letter {Letter} was sealed with keys that are gone, and is thrown away")]
        public static partial void Unreadable(ILogger logger, Guid letter);
    }
}
