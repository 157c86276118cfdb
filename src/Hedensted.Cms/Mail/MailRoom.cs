using Hedensted.Content;

namespace Hedensted.Cms.Mail;

/// <summary>Letters from the system to its users.</summary>
internal static class MailRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LetterSeal>();
        return configuration.Edits() ? services.AddHostedService<MailDelivery>() : services;
    }
}
