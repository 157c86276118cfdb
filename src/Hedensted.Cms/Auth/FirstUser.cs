using System.Collections.Immutable;
using Hedensted.Content;
using Hedensted.Content.Model;
using Hedensted.Content.StartProfile;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth;

/// <summary>Makes the starting groups and the first user: from the configuration, else through a link that works once. There is no default password.</summary>
internal sealed partial class FirstUser(
    IServiceProvider services, StartingUsers starting, UserStore users, UserGroupStore groups, SetUpLink link, Passwords passwords, IConfiguration configuration, IOptions<ProfileOptions> profile, TimeProvider time, IServer server,
    IHostApplicationLifetime lifetime, ILogger<FirstUser> logger) : IHostedService
{
    private const string Settings = "Umbraco:CMS:Unattended";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await starting.ExistAsync(StartingGroups.Indispensable, cancellationToken))
        {
            return;
        }

        await using var turn = await ContentStartup.TakeTurnAsync(services, cancellationToken);
        var isNew = (await groups.AllAsync(cancellationToken)).Count == 0;
        await users.AddMissingGroupsAsync(isNew ? StartingGroups.For(profile.Value.Profile) : StartingGroups.Indispensable, cancellationToken);
        if (await users.AnyAsync(cancellationToken))
        {
            return;
        }

        var email = configuration[$"{Settings}:UnattendedUserEmail"];
        var password = configuration[$"{Settings}:UnattendedUserPassword"];
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password))
        {
            link.Open();
            lifetime.ApplicationStarted.Register(PrintLink);
            return;
        }

        var name = configuration[$"{Settings}:UnattendedUserName"] ?? email;
        if (PasswordPolicy.Complaint(password, email, name) is { } complaint)
        {
            throw new InvalidOperationException($"{Settings}:UnattendedUserPassword: {complaint}");
        }

        await users.AddFirstAsync(Administrator(name, email, time.GetUtcNow()), await passwords.HashAsync(password, cancellationToken), cancellationToken);
        Log.Made(logger);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A user who may do everything.</summary>
    public static User Administrator(string name, string email, DateTimeOffset now) => new()
    {
        Key = Guid.NewGuid(),
        Name = name.Trim(),
        Email = email.Trim(),
        GroupKeys = ImmutableArray.Create(UserGroup.AdministratorsKey),
        CreateDate = now,
        UpdateDate = now,
    };

    // To the console and not to the log: logs are kept and copied, and this link makes an administrator.
    private void PrintLink()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5000";
        Console.Out.WriteLine();
        Console.Out.WriteLine("  Der er ingen brugere endnu. Opret den første her (linket virker én gang):");
        Console.Out.WriteLine($"  {address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)}/umbraco/setup?token={link.Token}");
        Console.Out.WriteLine();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Made the first user from the configuration")]
        public static partial void Made(ILogger logger);
    }
}
