using Hedensted.Bibliotek.Examples;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Bibliotek;

/// <summary>Adds the library's own domain to a host.</summary>
public static class HedenstedBibliotek
{
    /// <summary>Adds the calendar and the other projections of the edition.</summary>
    public static IServiceCollection AddBibliotek(this IServiceCollection services) => services.AddSingleton<ExampleContent>();
}
