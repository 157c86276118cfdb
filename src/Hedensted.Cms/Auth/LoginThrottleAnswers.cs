using System.Globalization;
using Hedensted.Cms.Management.Common;

namespace Hedensted.Cms.Auth;

/// <summary>What an address is told that has guessed too often.</summary>
internal static class LoginThrottleAnswers
{
    /// <summary>The refusal; null when the address may try.</summary>
    public static Problem? Refusal(this LoginThrottle throttle, HttpContext context)
    {
        var wait = throttle.WaitFor(context.Connection.RemoteIpAddress);
        if (wait <= TimeSpan.Zero)
        {
            return null;
        }

        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new Problem(StatusCodes.Status429TooManyRequests, "For mange forsøg", "Vent et minut, og prøv igen.");
    }

    /// <summary>Counts a wrong guess and passes its answer on.</summary>
    public static Problem Failed(this LoginThrottle throttle, HttpContext context, Problem answer)
    {
        throttle.Fail(context.Connection.RemoteIpAddress);
        return answer;
    }
}
