using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hedensted.Testing;

/// <summary>What an identity provider can do wrong, or somebody in its place.</summary>
public enum IdentityFault
{
    None,

    /// <summary>The token answers another question than ours.</summary>
    WrongNonce,

    /// <summary>The token has no nonce at all.</summary>
    NoNonce,

    /// <summary>Another directory's issuer.</summary>
    WrongIssuer,

    /// <summary>Meant for another program.</summary>
    WrongAudience,

    /// <summary>Too old.</summary>
    Expired,

    /// <summary>Not valid yet.</summary>
    FromTheFuture,

    /// <summary>Signed by nobody: <c>alg: none</c>.</summary>
    Unsigned,

    /// <summary>Signed with a key that the directory does not have.</summary>
    StrangersKey,

    /// <summary>Changed after it was signed.</summary>
    Altered,

    /// <summary>Signed with a secret that both know, in place of the directory's key.</summary>
    SharedSecret,

    /// <summary>An account of another directory, through ours.</summary>
    ForeignTenant,

    /// <summary>Nobody can tell whose account it is.</summary>
    NoObjectId,

    /// <summary>There is no e-mail.</summary>
    NoEmail,

    /// <summary>The answer has no token.</summary>
    NoToken,
}

/// <summary>An account in the directory.</summary>
public sealed record DirectoryAccount(string Name, string Email)
{
    public Guid ObjectId { get; init; } = Guid.NewGuid();

    public bool EmailIsVerified { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>More groups than a token has room for.</summary>
    public bool HasTooManyGroups { get; init; }

    public string SessionId { get; } = Guid.NewGuid().ToString();
}

/// <summary>A directory that speaks OpenID Connect as Microsoft Entra ID does, in the test's own process, and can be told to do wrong.</summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RsaSecurityKey _key;
    private readonly ConcurrentDictionary<string, (DirectoryAccount Account, string Nonce, string Challenge, string RedirectUri)> _codes = new();

    private IdentityProvider(WebApplication app)
    {
        _app = app;
        _key = new RsaSecurityKey(_rsa) { KeyId = "one" };
    }

    public Guid TenantId { get; } = Guid.NewGuid();

    public Guid ClientId { get; } = Guid.NewGuid();

    public string ClientSecret { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    /// <summary>Who is at the keyboard.</summary>
    public DirectoryAccount Account { get; set; } = new("Karen Kommune", "karen@kommune.example");

    public IdentityFault Fault { get; set; }

    /// <summary>Whether a page asks before it sends the browser back.</summary>
    public bool AsksFirst { get; set; }

    /// <summary>The addresses at which browsers asked to be signed out.</summary>
    public ConcurrentQueue<Uri> SignedOut { get; } = new();

    /// <summary>What the program is told of it.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("Hedensted:Auth:Entra:Instance", Instance),
        ("Hedensted:Auth:Entra:TenantId", TenantId.ToString()),
        ("Hedensted:Auth:Entra:ClientId", ClientId.ToString()),
        ("Hedensted:Auth:Entra:ClientSecret", ClientSecret),
    ];

    private string Instance { get; set; } = "";

    private string Root => $"{Instance}/{TenantId}";

    private string Issuer => $"{Root}/v2.0";

    /// <summary>Starts it on a port of its own.</summary>
    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new IdentityProvider(builder.Build());
        provider.Map();
        await provider._app.StartAsync();
        provider.Instance = provider._app.Urls.Single();
        return provider;
    }

    /// <summary>Nobody answers any more.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private void Map()
    {
        var directory = _app.MapGroup($"/{TenantId}");
        directory.MapGet("/v2.0/.well-known/openid-configuration", () => new
        {
            issuer = Issuer,
            authorization_endpoint = $"{Root}/oauth2/v2.0/authorize",
            token_endpoint = $"{Root}/oauth2/v2.0/token",
            jwks_uri = $"{Root}/discovery/v2.0/keys",
            end_session_endpoint = $"{Root}/oauth2/v2.0/logout",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "pairwise" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        });
        directory.MapGet("/discovery/v2.0/keys", () =>
        {
            var key = _rsa.ExportParameters(false);
            return new { keys = new[] { new { kty = "RSA", use = "sig", kid = "one", alg = "RS256", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } };
        });
        directory.MapGet("/oauth2/v2.0/authorize", (Delegate)Authorize);
        directory.MapPost("/oauth2/v2.0/token", (Delegate)TokenAsync);
        directory.MapGet("/oauth2/v2.0/logout", (HttpContext context, string post_logout_redirect_uri) =>
        {
            SignedOut.Enqueue(new Uri($"{Root}/oauth2/v2.0/logout{context.Request.QueryString}"));
            return Results.Redirect(post_logout_redirect_uri);
        });
    }

    private IResult Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["client_id"] != ClientId.ToString() || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || query["nonce"].Count != 1 || query["state"].Count != 1)
        {
            return Results.BadRequest("The question is not one that this directory answers.");
        }

        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var redirectUri = query["redirect_uri"].ToString();
        _codes[code] = (Account, query["nonce"].ToString(), query["code_challenge"].ToString(), redirectUri);
        var back = QueryHelpers.AddQueryString(redirectUri, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"], ["session_state"] = Account.SessionId });
        return AsksFirst
            ? Results.Content(
                $"<!doctype html><html lang=\"da\"><title>Kommunens login</title><h1>Kommunens login</h1><p><a href=\"{WebUtility.HtmlEncode(back)}\">Fortsæt som {WebUtility.HtmlEncode(Account.Name)}</a></p></html>",
                "text/html; charset=utf-8")
            : Results.Redirect(back);
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var verifier = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_id"] != ClientId.ToString() || form["client_secret"] != ClientSecret || form["grant_type"] != "authorization_code"
            || !_codes.TryRemove(form["code"].ToString(), out var issued) || issued.Challenge != verifier || issued.RedirectUri != form["redirect_uri"])
        {
            return Results.Json(new { error = "invalid_grant", error_description = "The code has been used, or is not yours." }, statusCode: StatusCodes.Status400BadRequest);
        }

        return Fault == IdentityFault.NoToken
            ? Results.Json(new { access_token = "opaque", token_type = "Bearer", expires_in = 3600 })
            : Results.Json(new { access_token = "opaque", token_type = "Bearer", expires_in = 3600, id_token = TokenOf(issued.Account, issued.Nonce) });
    }

    private string TokenOf(DirectoryAccount account, string nonce)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["sub"] = Convert.ToHexString(SHA256.HashData(account.ObjectId.ToByteArray())),
            ["name"] = account.Name,
            ["tid"] = (Fault == IdentityFault.ForeignTenant ? Guid.NewGuid() : TenantId).ToString(),
            ["ver"] = "2.0",
            ["sid"] = account.SessionId,
            ["login_hint"] = "opaque-hint",
        };
        void Unless(IdentityFault fault, string name, object value)
        {
            if (Fault != fault)
            {
                claims[name] = value;
            }
        }

        Unless(IdentityFault.NoObjectId, "oid", account.ObjectId.ToString());
        Unless(IdentityFault.NoEmail, "email", account.Email);
        Unless(IdentityFault.NoNonce, "nonce", Fault == IdentityFault.WrongNonce ? "another" : nonce);
        if (account.EmailIsVerified)
        {
            claims["xms_edov"] = true;
        }

        if (account.Roles.Count > 0)
        {
            claims["roles"] = account.Roles;
        }

        if (account.HasTooManyGroups)
        {
            claims["_claim_names"] = new Dictionary<string, string> { ["groups"] = "src1" };
            claims["_claim_sources"] = new Dictionary<string, object> { ["src1"] = new Dictionary<string, string> { ["endpoint"] = $"{Root}/groups" } };
        }

        var (from, until) = Fault switch
        {
            IdentityFault.Expired => (now.AddHours(-2), now.AddHours(-1)),
            IdentityFault.FromTheFuture => (now.AddHours(1), now.AddHours(2)),
            _ => (now.AddMinutes(-1), now.AddHours(1)),
        };
        using var stranger = RSA.Create(2048);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Fault == IdentityFault.WrongIssuer ? $"{Instance}/{Guid.NewGuid()}/v2.0" : Issuer,
            Audience = (Fault == IdentityFault.WrongAudience ? Guid.NewGuid() : ClientId).ToString(),
            IssuedAt = from.UtcDateTime,
            NotBefore = from.UtcDateTime,
            Expires = until.UtcDateTime,
            Claims = claims,
            SigningCredentials = Fault switch
            {
                IdentityFault.Unsigned => null,
                IdentityFault.StrangersKey => new SigningCredentials(new RsaSecurityKey(stranger.ExportParameters(true)) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
                IdentityFault.SharedSecret => new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ClientSecret)), SecurityAlgorithms.HmacSha256),
                _ => new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
            },
        });
        return Fault == IdentityFault.Altered ? Alter(token) : token;
    }

    // The same signature under another name.
    private static string Alter(string token)
    {
        var parts = token.Split('.');
        var claims = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Base64UrlEncoder.DecodeBytes(parts[1]))!;
        claims["oid"] = JsonSerializer.SerializeToElement(Guid.NewGuid().ToString());
        return $"{parts[0]}.{Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}.{parts[2]}";
    }
}
