namespace Hedensted.Cms.Mail;

/// <summary>Letters from the system to its users.</summary>
internal static class MailRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<LetterSeal>().AddHostedService<MailDelivery>();
    }
}
