using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>A document has at most <see cref="EngineOptions.MaxAliases"/> aliases, because one field under a thousand names costs a thousand times.</summary>
internal sealed class AliasLimitRule() : ValidationRule(ErrorCodes.TooManyAliases, null)
{
    private int _aliases;

    public override void EnterField(ValidationContext context, FieldNode field)
    {
        if (field.Alias is not null && ++_aliases == context.Options.MaxAliases + 1)
        {
            context.Report(this, $"The document has more than {context.Options.MaxAliases} aliases; split it into smaller requests.", field);
        }
    }
}
