using System.Globalization;

namespace Hedensted.Cms.Management.Common;

/// <summary>201 without a body. The backoffice reads the new key from the header, other clients from <c>Location</c>.</summary>
/// <param name="Id">The new thing's key, or alias where that identifies it.</param>
/// <param name="Location">Where it can be read, without host.</param>
internal sealed record CreatedResource(string Id, string Location) : IResult, IStatusCodeHttpResult
{
    private const string GeneratedResourceHeader = "Umb-Generated-Resource";

    /// <summary>A new thing with a key.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="collection">The address of its kind below the API's root, e.g. <c>document</c>.</param>
    public static CreatedResource At(Guid id, string collection) =>
        new(id.ToString(), string.Create(CultureInfo.InvariantCulture, $"{ManagementRoom.Root}/{collection}/{id}"));

    /// <inheritdoc/>
    public int? StatusCode => StatusCodes.Status201Created;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        httpContext.Response.Headers[GeneratedResourceHeader] = Id;
        httpContext.Response.Headers.Location = Location;
        return Task.CompletedTask;
    }
}
