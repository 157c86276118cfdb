using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>Whom something is for.</summary>
internal static class AudienceType
{
    public static EnumType Create() => Enums.Of<Audience>(description: "Whom it is for.", describe: Vocabulary.Audiences.Of);
}
