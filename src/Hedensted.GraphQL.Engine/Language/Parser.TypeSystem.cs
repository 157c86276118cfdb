namespace Hedensted.GraphQL.Engine.Language;

/// <content>The schema definition language: definitions and extensions of types, directives and the schema itself.</content>
internal ref partial struct Parser
{
    private static readonly HashSet<string> DirectiveLocations = new(StringComparer.Ordinal)
    {
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION",
    };

    /// <summary>What every definition starts with: where, description, and whether it extends.</summary>
    private readonly record struct Opening(int Start, string? Description, bool IsExtension);

    private static bool IsTypeSystemKeyword(string keyword) =>
        keyword is "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive";

    private TypeSystemDefinition ParseExtension(int start)
    {
        Advance();
        var keyword = _token.Kind == TokenKind.Name ? Text(_token) : "";
        return IsTypeSystemKeyword(keyword) && keyword != "directive"
            ? ParseTypeSystem(new Opening(start, null, IsExtension: true), keyword)
            : throw Unexpected("'schema', 'scalar', 'type', 'interface', 'union', 'enum' or 'input'");
    }

    private TypeSystemDefinition ParseTypeSystem(Opening opening, string keyword)
    {
        Advance();
        return keyword switch
        {
            "schema" => ParseSchema(opening),
            "scalar" => ParseScalar(opening),
            "type" => ParseComplex(opening, isInterface: false),
            "interface" => ParseComplex(opening, isInterface: true),
            "union" => ParseUnion(opening),
            "enum" => ParseEnum(opening),
            "input" => ParseInput(opening),
            _ => ParseDirectiveDefinition(opening),
        };
    }

    private SchemaDeclaration ParseSchema(Opening opening)
    {
        var directives = ParseDirectives(isConstant: true);
        var roots = new List<RootDeclaration>();
        if (!opening.IsExtension || _token.Kind == TokenKind.OpenBrace)
        {
            Expect(TokenKind.OpenBrace, "'{' and the root types");
            do
            {
                roots.Add(ParseRoot());
            }
            while (!TrySkip(TokenKind.CloseBrace));
        }

        MustExtendSomething(opening, directives.Count + roots.Count);
        return new SchemaDeclaration
        {
            Start = opening.Start,
            IsExtension = opening.IsExtension,
            Description = opening.Description,
            Directives = directives,
            Roots = roots,
        };
    }

    private RootDeclaration ParseRoot()
    {
        var start = _token.Start;
        OperationKind? kind = _token.Kind != TokenKind.Name ? null : Text(_token) switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => null,
        };
        if (kind is null)
        {
            throw Unexpected("'query', 'mutation' or 'subscription'");
        }

        Advance();
        Expect(TokenKind.Colon, "':' and the name of the root type");
        return new RootDeclaration { Start = start, Kind = kind.Value, Type = ParseNamedType() };
    }

    private ScalarDeclaration ParseScalar(Opening opening)
    {
        var place = PlaceHere();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        MustExtendSomething(opening, directives.Count);
        return new ScalarDeclaration
        {
            Start = opening.Start,
            IsExtension = opening.IsExtension,
            Description = opening.Description,
            Name = name,
            NamePlace = place,
            Directives = directives,
        };
    }

    private ComplexDeclaration ParseComplex(Opening opening, bool isInterface)
    {
        var place = PlaceHere();
        var name = ParseName();
        var interfaces = new List<NamedTypeNode>();
        if (IsKeyword("implements"))
        {
            Advance();
            ParseDelimited(TokenKind.Ampersand, interfaces);
        }

        var directives = ParseDirectives(isConstant: true);
        var fields = new List<FieldDeclaration>();
        if (TrySkip(TokenKind.OpenBrace))
        {
            do
            {
                fields.Add(ParseFieldDeclaration());
            }
            while (!TrySkip(TokenKind.CloseBrace));
        }

        MustExtendSomething(opening, interfaces.Count + directives.Count + fields.Count);
        return new ComplexDeclaration
        {
            Start = opening.Start,
            IsExtension = opening.IsExtension,
            Description = opening.Description,
            Name = name,
            NamePlace = place,
            IsInterface = isInterface,
            Interfaces = interfaces,
            Directives = directives,
            Fields = fields,
        };
    }

    private FieldDeclaration ParseFieldDeclaration()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var place = PlaceHere();
        var name = ParseName();
        var arguments = ParseInputValues(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
        Expect(TokenKind.Colon, "':' and the type of the field");
        return new FieldDeclaration
        {
            Start = start,
            Description = description,
            Name = name,
            NamePlace = place,
            Arguments = arguments,
            Type = ParseType(),
            Directives = ParseDirectives(isConstant: true),
        };
    }

    private List<InputValueDeclaration> ParseInputValues(TokenKind open, TokenKind close)
    {
        var values = new List<InputValueDeclaration>();
        if (!TrySkip(open))
        {
            return values;
        }

        do
        {
            var start = _token.Start;
            var description = ParseDescription();
            var place = PlaceHere();
            var name = ParseName();
            Expect(TokenKind.Colon, "':' and the type");
            values.Add(new InputValueDeclaration
            {
                Start = start,
                Description = description,
                Name = name,
                NamePlace = place,
                Type = ParseType(),
                DefaultValue = TrySkip(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null,
                Directives = ParseDirectives(isConstant: true),
            });
        }
        while (!TrySkip(close));

        return values;
    }

    private UnionDeclaration ParseUnion(Opening opening)
    {
        var place = PlaceHere();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var members = new List<NamedTypeNode>();
        if (TrySkip(TokenKind.EqualsSign))
        {
            ParseDelimited(TokenKind.Pipe, members);
        }

        MustExtendSomething(opening, directives.Count + members.Count);
        return new UnionDeclaration
        {
            Start = opening.Start,
            IsExtension = opening.IsExtension,
            Description = opening.Description,
            Name = name,
            NamePlace = place,
            Directives = directives,
            Members = members,
        };
    }

    private EnumDeclaration ParseEnum(Opening opening)
    {
        var place = PlaceHere();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = new List<EnumValueDeclaration>();
        if (TrySkip(TokenKind.OpenBrace))
        {
            do
            {
                values.Add(ParseEnumValue());
            }
            while (!TrySkip(TokenKind.CloseBrace));
        }

        MustExtendSomething(opening, directives.Count + values.Count);
        return new EnumDeclaration
        {
            Start = opening.Start,
            IsExtension = opening.IsExtension,
            Description = opening.Description,
            Name = name,
            NamePlace = place,
            Directives = directives,
            Values = values,
        };
    }

    private EnumValueDeclaration ParseEnumValue()
    {
        var start = _token.Start;
        var description = ParseDescription();
        if (IsKeyword("true") || IsKeyword("false") || IsKeyword("null"))
        {
            throw new SyntaxException(ErrorCodes.Syntax, "An enum value cannot be called true, false or null; rename it.", _token.Start);
        }

        return new EnumValueDeclaration
        {
            Start = start,
            Description = description,
            NamePlace = PlaceHere(),
            Name = ParseName(),
            Directives = ParseDirectives(isConstant: true),
        };
    }

    private InputDeclaration ParseInput(Opening opening)
    {
        var place = PlaceHere();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputValues(TokenKind.OpenBrace, TokenKind.CloseBrace);
        MustExtendSomething(opening, directives.Count + fields.Count);
        return new InputDeclaration
        {
            Start = opening.Start,
            IsExtension = opening.IsExtension,
            Description = opening.Description,
            Name = name,
            NamePlace = place,
            Directives = directives,
            Fields = fields,
        };
    }

    private DirectiveDeclaration ParseDirectiveDefinition(Opening opening)
    {
        Expect(TokenKind.At, "'@' and the name of the directive");
        var place = PlaceHere();
        var name = ParseName();
        var arguments = ParseInputValues(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
        var isRepeatable = IsKeyword("repeatable");
        if (isRepeatable)
        {
            Advance();
        }

        ExpectKeyword("on");
        var locations = new List<string>();
        TrySkip(TokenKind.Pipe);
        do
        {
            if (_token.Kind != TokenKind.Name || !DirectiveLocations.Contains(Text(_token)))
            {
                throw Unexpected("a directive location such as 'FIELD'");
            }

            locations.Add(ParseName());
        }
        while (TrySkip(TokenKind.Pipe));

        return new DirectiveDeclaration
        {
            Start = opening.Start,
            IsExtension = false,
            Description = opening.Description,
            Name = name,
            NamePlace = place,
            Directives = [],
            Arguments = arguments,
            IsRepeatable = isRepeatable,
            Locations = locations,
        };
    }

    private void ParseDelimited(TokenKind delimiter, List<NamedTypeNode> names)
    {
        TrySkip(delimiter);
        do
        {
            names.Add(ParseNamedType());
        }
        while (TrySkip(delimiter));
    }

    private readonly void MustExtendSomething(Opening opening, int parts)
    {
        if (opening.IsExtension && parts == 0)
        {
            throw Unexpected("what the extension adds");
        }
    }
}
