using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary><c>__schema</c> and <c>__type</c> are only answered when <see cref="EngineOptions.AllowIntrospection"/> says so.</summary>
internal sealed class IntrospectionAllowedRule() : ValidationRule(ErrorCodes.IntrospectionDisabled, "sec-Introspection")
{
    public override void EnterField(ValidationContext context, FieldNode field)
    {
        if (!context.Options.AllowIntrospection && field.Name is ("__schema" or "__type"))
        {
            context.Report(this, "This server does not answer introspection; use the published schema document.", field);
        }
    }
}
