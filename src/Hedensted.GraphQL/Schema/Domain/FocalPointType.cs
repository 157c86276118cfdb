using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>The point of a picture that must stay in view.</summary>
internal static class FocalPointType
{
    public static ObjectType Create() => new ObjectType<Image>("FocalPoint", "From 0, 0 (upper left) to 1, 1.")
        .Field("x", Scalars.Float.NonNull(), image => image.X)
        .Field("y", Scalars.Float.NonNull(), image => image.Y);
}
