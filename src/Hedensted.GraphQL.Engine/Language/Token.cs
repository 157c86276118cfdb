namespace Hedensted.GraphQL.Engine.Language;

/// <summary>What a token is; see <see href="https://spec.graphql.org/September2025/#sec-Appendix-Grammar-Summary.Lexical-Tokens">Lexical tokens</see>.</summary>
internal enum TokenKind
{
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    OpenParenthesis,
    CloseParenthesis,
    Spread,
    Colon,
    EqualsSign,
    At,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    Pipe,
    CloseBrace,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

/// <summary>A slice of the source.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End);
