using System.Text;
using System.Text.Unicode;

namespace Hedensted.GraphQL.Engine.Language;

/// <summary>Reads a document, to be executed or describing a schema; see <see href="https://spec.graphql.org/September2025/#sec-Document-Syntax">Document</see>.</summary>
/// <remarks>Recursion is counted, so no document can overflow the stack. Values and types are in Parser.Values.cs, type definitions in Parser.TypeSystem.cs.</remarks>
internal ref partial struct Parser
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly int _maxDepth;
    private Lexer _lexer;
    private Token _token;
    private int _depth;

    private Parser(ReadOnlySpan<byte> source, int maxTokens, int maxDepth)
    {
        _source = source;
        _maxDepth = maxDepth;
        _lexer = new Lexer(source, maxTokens);
        _token = _lexer.Next();
    }

    /// <exception cref="SyntaxException">The source is not a document, or larger than the limits allow.</exception>
    public static Document Parse(ReadOnlySpan<byte> source, int maxTokens = int.MaxValue, int maxDepth = 200)
    {
        if (!Utf8.IsValid(source))
        {
            throw new SyntaxException(ErrorCodes.Syntax, "The document is not valid UTF-8.", 0);
        }

        var parser = new Parser(source, maxTokens, maxDepth);
        var definitions = new List<Definition>();
        do
        {
            definitions.Add(parser.ParseDefinition());
        }
        while (parser._token.Kind != TokenKind.EndOfFile);

        return new Document { Start = 0, Definitions = definitions, TokenCount = parser._lexer.Count };
    }

    /// <summary>Reads a value without variables, such as a default written in the schema.</summary>
    public static ValueNode ParseConstant(string literal)
    {
        var parser = new Parser(Encoding.UTF8.GetBytes(literal), int.MaxValue, 64);
        var value = parser.ParseValue(isConstant: true);
        parser.Expect(TokenKind.EndOfFile, "the end of the value");
        return value;
    }

    private Definition ParseDefinition()
    {
        var start = _token.Start;
        if (_token.Kind == TokenKind.OpenBrace)
        {
            return new OperationDefinition
            {
                Start = start,
                Kind = OperationKind.Query,
                Description = null,
                Name = null,
                NamePlace = new NamePlace { Start = start },
                Variables = [],
                Directives = [],
                SelectionSet = ParseSelectionSet(),
            };
        }

        var description = ParseDescription();
        var keyword = _token.Kind == TokenKind.Name ? Text(_token) : "";
        return keyword switch
        {
            "query" => ParseOperation(start, description, OperationKind.Query),
            "mutation" => ParseOperation(start, description, OperationKind.Mutation),
            "subscription" => ParseOperation(start, description, OperationKind.Subscription),
            "fragment" => ParseFragment(start, description),
            _ when IsTypeSystemKeyword(keyword) => ParseTypeSystem(new Opening(start, description, IsExtension: false), keyword),
            _ when description is not null && _token.Kind is TokenKind.Name or TokenKind.OpenBrace => throw new SyntaxException(
                ErrorCodes.Syntax, "A description belongs to a definition with a keyword, such as 'query' or 'fragment'; write one after it.", start),
            "extend" => ParseExtension(start),
            _ => throw Unexpected("'query', 'mutation', 'subscription', 'fragment' or '{'"),
        };
    }

    private OperationDefinition ParseOperation(int start, string? description, OperationKind kind)
    {
        Advance();
        return new OperationDefinition
        {
            Start = start,
            Kind = kind,
            Description = description,
            NamePlace = PlaceHere(),
            Name = _token.Kind == TokenKind.Name ? ParseName() : null,
            Variables = ParseVariableDefinitions(),
            Directives = ParseDirectives(isConstant: false),
            SelectionSet = ParseSelectionSet(),
        };
    }

    private FragmentDefinition ParseFragment(int start, string? description)
    {
        Advance();
        if (IsKeyword("on"))
        {
            throw new SyntaxException(ErrorCodes.Syntax, "A fragment cannot be named 'on'; write its name before 'on'.", _token.Start);
        }

        var place = PlaceHere();
        var name = ParseName();
        ExpectKeyword("on");
        return new FragmentDefinition
        {
            Start = start,
            Description = description,
            Name = name,
            NamePlace = place,
            TypeCondition = ParseNamedType(),
            Directives = ParseDirectives(isConstant: false),
            SelectionSet = ParseSelectionSet(),
        };
    }

    private List<VariableDefinition> ParseVariableDefinitions()
    {
        var variables = new List<VariableDefinition>();
        if (!TrySkip(TokenKind.OpenParenthesis))
        {
            return variables;
        }

        do
        {
            var start = _token.Start;
            var description = ParseDescription();
            Expect(TokenKind.Dollar, "a variable such as '$id'");
            var place = PlaceHere();
            var name = ParseName();
            Expect(TokenKind.Colon, "':' and the type of the variable");
            variables.Add(new VariableDefinition
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
        while (!TrySkip(TokenKind.CloseParenthesis));

        return variables;
    }

    private SelectionSet ParseSelectionSet()
    {
        var start = _token.Start;
        Expect(TokenKind.OpenBrace, "'{' and the fields you want");
        Enter();
        var selections = new List<Selection>();
        do
        {
            selections.Add(_token.Kind == TokenKind.Spread ? ParseSpread() : ParseField());
        }
        while (!TrySkip(TokenKind.CloseBrace));

        _depth--;
        return new SelectionSet { Start = start, Selections = selections };
    }

    private FieldNode ParseField()
    {
        var start = _token.Start;
        var name = ParseName();
        string? alias = null;
        if (TrySkip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        return new FieldNode
        {
            Start = start,
            Alias = alias,
            Name = name,
            Arguments = ParseArguments(isConstant: false),
            Directives = ParseDirectives(isConstant: false),
            SelectionSet = _token.Kind == TokenKind.OpenBrace ? ParseSelectionSet() : null,
        };
    }

    private Selection ParseSpread()
    {
        var start = _token.Start;
        Advance();
        if (_token.Kind == TokenKind.Name && !IsKeyword("on"))
        {
            return new FragmentSpread { Start = start, NamePlace = PlaceHere(), Name = ParseName(), Directives = ParseDirectives(isConstant: false) };
        }

        NamedTypeNode? condition = null;
        if (IsKeyword("on"))
        {
            Advance();
            condition = ParseNamedType();
        }

        return new InlineFragment
        {
            Start = start,
            TypeCondition = condition,
            Directives = ParseDirectives(isConstant: false),
            SelectionSet = ParseSelectionSet(),
        };
    }

    private readonly NamePlace PlaceHere() => new() { Start = _token.Start };

    private string? ParseDescription()
    {
        if (_token.Kind is not (TokenKind.String or TokenKind.BlockString))
        {
            return null;
        }

        var text = StringLiteral.Decode(_source, _token);
        Advance();
        return text;
    }
}
