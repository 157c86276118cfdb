using Hedensted.Content.Changes;
using Hedensted.GraphQL.Caching.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Caching.Shared;

/// <summary>Lets nodes share what they have made, when there is a Redis for it.</summary>
public static class SharedAnswersRoom
{
    private const string Connection = "redis";

    /// <summary>Shares answers through the Redis in <c>ConnectionStrings:redis</c>; without one, each node keeps its own.</summary>
    public static IServiceCollection AddSharedAnswers(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString(Connection) is not { Length: > 0 } address)
        {
            return services;
        }

        services.AddOptions<SharedAnswerOptions>().BindConfiguration(SharedAnswerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<SharedAnswerOptions>>(new AddressCheck(address));
        services.AddSingleton<ISharedStore>(provider => new RedisStore(
            RedisAddress.Read(address),
            provider.GetRequiredService<IOptions<SharedAnswerOptions>>().Value.Budget,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<RedisStore>>()));
        return services.AddSingleton(provider => new SharedAnswers(
            provider.GetRequiredService<ISharedStore>(),
            provider.GetRequiredService<DatabaseEpoch>(),
            provider.GetRequiredService<IOptions<SharedAnswerOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private sealed class AddressCheck(string address) : IValidateOptions<SharedAnswerOptions>
    {
        public ValidateOptionsResult Validate(string? name, SharedAnswerOptions options)
        {
            try
            {
                RedisAddress.Read(address);
                return ValidateOptionsResult.Success;
            }
            catch (FormatException wrong)
            {
                return ValidateOptionsResult.Fail(wrong.Message);
            }
        }
    }
}
