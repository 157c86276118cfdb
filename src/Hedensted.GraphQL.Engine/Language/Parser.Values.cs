using System.Text;

namespace Hedensted.GraphQL.Engine.Language;

/// <content>Arguments, directives, values, types, and the small steps all of them share.</content>
internal ref partial struct Parser
{
    private List<ArgumentNode> ParseArguments(bool isConstant)
    {
        var arguments = new List<ArgumentNode>();
        if (!TrySkip(TokenKind.OpenParenthesis))
        {
            return arguments;
        }

        do
        {
            var start = _token.Start;
            var name = ParseName();
            Expect(TokenKind.Colon, "':' and the value of the argument");
            arguments.Add(new ArgumentNode { Start = start, Name = name, Value = ParseValue(isConstant) });
        }
        while (!TrySkip(TokenKind.CloseParenthesis));

        return arguments;
    }

    private List<Directive> ParseDirectives(bool isConstant)
    {
        var directives = new List<Directive>();
        while (_token.Kind == TokenKind.At)
        {
            var start = _token.Start;
            Advance();
            directives.Add(new Directive { Start = start, Name = ParseName(), Arguments = ParseArguments(isConstant) });
        }

        return directives;
    }

    private ValueNode ParseValue(bool isConstant)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.OpenBracket:
                return ParseList(isConstant);
            case TokenKind.OpenBrace:
                return ParseObject(isConstant);
            case TokenKind.Int:
                Advance();
                return new IntNode { Start = token.Start, Text = Text(token) };
            case TokenKind.Float:
                Advance();
                return new FloatNode { Start = token.Start, Text = Text(token) };
            case TokenKind.String or TokenKind.BlockString:
                var value = StringLiteral.Decode(_source, token);
                Advance();
                return new StringNode { Start = token.Start, Value = value, IsBlock = token.Kind == TokenKind.BlockString };
            case TokenKind.Name:
                Advance();
                return Text(token) switch
                {
                    "true" => new BooleanNode { Start = token.Start, Value = true },
                    "false" => new BooleanNode { Start = token.Start, Value = false },
                    "null" => new NullNode { Start = token.Start },
                    var name => new EnumNode { Start = token.Start, Name = name },
                };
            case TokenKind.Dollar when !isConstant:
                Advance();
                return new VariableNode { Start = token.Start, Name = ParseName() };
            case TokenKind.Dollar:
                Advance();
                throw new SyntaxException(ErrorCodes.Syntax, "A variable cannot be used here; write the value itself.", token.Start);
            default:
                throw Unexpected("a value");
        }
    }

    private ListNode ParseList(bool isConstant)
    {
        var start = _token.Start;
        Advance();
        Enter();
        var items = new List<ValueNode>();
        while (!TrySkip(TokenKind.CloseBracket))
        {
            items.Add(ParseValue(isConstant));
        }

        _depth--;
        return new ListNode { Start = start, Items = items };
    }

    private ObjectNode ParseObject(bool isConstant)
    {
        var start = _token.Start;
        Advance();
        Enter();
        var fields = new List<ObjectFieldNode>();
        while (!TrySkip(TokenKind.CloseBrace))
        {
            var fieldStart = _token.Start;
            var name = ParseName();
            Expect(TokenKind.Colon, "':' and the value of the field");
            fields.Add(new ObjectFieldNode { Start = fieldStart, Name = name, Value = ParseValue(isConstant) });
        }

        _depth--;
        return new ObjectNode { Start = start, Fields = fields };
    }

    private TypeNode ParseType()
    {
        var start = _token.Start;
        TypeNode type;
        if (TrySkip(TokenKind.OpenBracket))
        {
            Enter();
            type = new ListTypeNode { Start = start, Item = ParseType() };
            Expect(TokenKind.CloseBracket, "']'");
            _depth--;
        }
        else
        {
            type = ParseNamedType();
        }

        return TrySkip(TokenKind.Bang) ? new NonNullTypeNode { Start = start, Inner = type } : type;
    }

    private NamedTypeNode ParseNamedType() => new() { Start = _token.Start, Name = ParseName() };

    private string ParseName()
    {
        if (_token.Kind != TokenKind.Name)
        {
            throw Unexpected("a name");
        }

        var name = Text(_token);
        Advance();
        return name;
    }

    private void Advance() => _token = _lexer.Next();

    private bool TrySkip(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Expect(TokenKind kind, string expected)
    {
        if (!TrySkip(kind))
        {
            throw Unexpected(expected);
        }
    }

    private readonly bool IsKeyword(string keyword) => _token.Kind == TokenKind.Name && Text(_token) == keyword;

    private void ExpectKeyword(string keyword)
    {
        if (!IsKeyword(keyword))
        {
            throw Unexpected($"'{keyword}'");
        }

        Advance();
    }

    private void Enter()
    {
        if (++_depth > _maxDepth)
        {
            throw new SyntaxException(
                ErrorCodes.NestedTooDeep, $"The document is nested more than {_maxDepth} levels deep; ask for less in one request.", _token.Start);
        }
    }

    private readonly string Text(Token token) => Encoding.UTF8.GetString(_source[token.Start..token.End]);

    private readonly SyntaxException Unexpected(string expected)
    {
        var found = Text(_token) is { Length: > 0 } text ? $"'{(text.Length > 40 ? text[..40] + "…" : text)}'" : "the end of the document";
        return new SyntaxException(ErrorCodes.Syntax, $"Expected {expected}, found {found}.", _token.Start);
    }
}
