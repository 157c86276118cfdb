using System.Buffers;
using System.Globalization;
using System.Text;

namespace Hedensted.GraphQL.Engine.Language;

/// <summary>Cuts UTF-8 source into tokens without copying it.</summary>
/// <remarks>See <see href="https://spec.graphql.org/September2025/#sec-Language.Source-Text">Source text</see>. The source must be valid UTF-8.</remarks>
internal ref struct Lexer
{
    private static readonly SearchValues<byte> NameContinue =
        SearchValues.Create("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private readonly ReadOnlySpan<byte> _source;
    private readonly int _maxTokens;
    private int _position;

    public Lexer(ReadOnlySpan<byte> source, int maxTokens)
    {
        _source = source;
        _maxTokens = maxTokens;
        _position = source.StartsWith("\uFEFF"u8) ? 3 : 0;
    }

    /// <summary>Tokens read so far.</summary>
    public int Count { get; private set; }

    public Token Next()
    {
        SkipIgnored();
        if (_position >= _source.Length)
        {
            return new Token(TokenKind.EndOfFile, _source.Length, _source.Length);
        }

        if (++Count > _maxTokens)
        {
            throw new SyntaxException(
                ErrorCodes.TooManyTokens, $"The document has more than {_maxTokens} tokens; split it into smaller requests.", _position);
        }

        var start = _position;
        var first = _source[start];
        return first switch
        {
            (byte)'!' => Punctuator(TokenKind.Bang),
            (byte)'$' => Punctuator(TokenKind.Dollar),
            (byte)'&' => Punctuator(TokenKind.Ampersand),
            (byte)'(' => Punctuator(TokenKind.OpenParenthesis),
            (byte)')' => Punctuator(TokenKind.CloseParenthesis),
            (byte)':' => Punctuator(TokenKind.Colon),
            (byte)'=' => Punctuator(TokenKind.EqualsSign),
            (byte)'@' => Punctuator(TokenKind.At),
            (byte)'[' => Punctuator(TokenKind.OpenBracket),
            (byte)']' => Punctuator(TokenKind.CloseBracket),
            (byte)'{' => Punctuator(TokenKind.OpenBrace),
            (byte)'|' => Punctuator(TokenKind.Pipe),
            (byte)'}' => Punctuator(TokenKind.CloseBrace),
            (byte)'.' => Spread(),
            (byte)'"' => _source[start..].StartsWith("\"\"\""u8) ? BlockString() : String(),
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Number(),
            _ when IsNameStart(first) => Name(),
            _ => throw Unexpected(start),
        };
    }

    private static bool IsNameStart(byte value) => value == '_' || char.IsAsciiLetter((char)value);

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    private readonly byte Peek(int ahead = 0) => _position + ahead < _source.Length ? _source[_position + ahead] : (byte)0;

    private void SkipIgnored()
    {
        while (_position < _source.Length)
        {
            switch (_source[_position])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    _position++;
                    break;
                case (byte)'#':
                    var end = _source[_position..].IndexOfAny((byte)'\n', (byte)'\r');
                    _position = end < 0 ? _source.Length : _position + end;
                    break;
                case 0xEF when _source[_position..].StartsWith("\uFEFF"u8):
                    _position += 3;
                    break;
                default:
                    return;
            }
        }
    }

    private Token Punctuator(TokenKind kind) => new(kind, _position, ++_position);

    private Token Spread()
    {
        if (Peek(1) != '.' || Peek(2) != '.')
        {
            throw new SyntaxException(ErrorCodes.Syntax, "Unexpected '.'; a spread is written '...'.", _position);
        }

        _position += 3;
        return new Token(TokenKind.Spread, _position - 3, _position);
    }

    private Token Name()
    {
        var start = _position;
        var length = _source[start..].IndexOfAnyExcept(NameContinue);
        _position = length < 0 ? _source.Length : start + length;
        return new Token(TokenKind.Name, start, _position);
    }

    private Token Number()
    {
        var start = _position;
        var kind = TokenKind.Int;
        if (Peek() == '-')
        {
            _position++;
        }

        if (Peek() == '0')
        {
            _position++;
            if (IsDigit(Peek()))
            {
                throw new SyntaxException(ErrorCodes.Syntax, "A number cannot start with 0; remove the leading zero.", _position);
            }
        }
        else
        {
            Digits();
        }

        if (Peek() == '.')
        {
            kind = TokenKind.Float;
            _position++;
            Digits();
        }

        if (Peek() is (byte)'e' or (byte)'E')
        {
            kind = TokenKind.Float;
            _position++;
            if (Peek() is (byte)'+' or (byte)'-')
            {
                _position++;
            }

            Digits();
        }

        // A number may not run into a name or another dot: 0xF, 1a and 1.2.3 are mistakes, not two tokens.
        if (Peek() == '.' || IsNameStart(Peek()))
        {
            throw Unexpected(_position);
        }

        return new Token(kind, start, _position);
    }

    private void Digits()
    {
        if (!IsDigit(Peek()))
        {
            throw Unexpected(_position);
        }

        while (IsDigit(Peek()))
        {
            _position++;
        }
    }

    private Token String()
    {
        var start = _position++;
        while (_position < _source.Length)
        {
            switch (_source[_position])
            {
                case (byte)'"':
                    return new Token(TokenKind.String, start, ++_position);
                case (byte)'\n' or (byte)'\r':
                    throw Unterminated(_position);
                case (byte)'\\':
                    _position += StringLiteral.EscapeLength(_source[_position..], _position);
                    break;
                default:
                    _position++;
                    break;
            }
        }

        throw Unterminated(_source.Length);
    }

    private Token BlockString()
    {
        var start = _position;
        _position += 3;
        while (_position < _source.Length)
        {
            var rest = _source[_position..];
            if (rest.StartsWith("\\\"\"\""u8))
            {
                _position += 4;
            }
            else if (rest.StartsWith("\"\"\""u8))
            {
                _position += 3;
                return new Token(TokenKind.BlockString, start, _position);
            }
            else
            {
                _position++;
            }
        }

        throw Unterminated(_source.Length);
    }

    private static SyntaxException Unterminated(int end) => new(ErrorCodes.Syntax, "A string is not closed before this place; add the missing quotes.", end);

    private readonly SyntaxException Unexpected(int position)
    {
        if (position >= _source.Length)
        {
            return new SyntaxException(ErrorCodes.Syntax, "The document ends in the middle of a number.", position);
        }

        Rune.DecodeFromUtf8(_source[position..], out var rune, out _);
        var shown = Rune.IsControl(rune) ? $"U+{rune.Value.ToString("X4", CultureInfo.InvariantCulture)}" : $"'{rune}'";
        return new SyntaxException(ErrorCodes.Syntax, $"Unexpected character {shown}.", position);
    }
}
