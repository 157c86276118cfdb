using Hedensted.Cms.Management.Common;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Auth;

/// <summary>Tells the users' journal who is acting, once for each request.</summary>
internal static class ActingUsers
{
    /// <summary>Behind sign-in, before whatever changes anything.</summary>
    public static void UseActingUser(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.User.Identity is { IsAuthenticated: true })
        {
            context.RequestServices.GetRequiredService<ActingUser>().Key = context.User.UserKey();
        }

        return next(context);
    });
}
