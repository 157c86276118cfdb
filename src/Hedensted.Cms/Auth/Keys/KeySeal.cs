using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth.Keys;

/// <summary>Seals a key with the operators' secret: AES-256-GCM under a key derived from it (HKDF, RFC 5869) and a salt of its own.</summary>
internal sealed class KeySeal(string secret) : IXmlEncryptor
{
    /// <summary>The element that a sealed key becomes.</summary>
    public const string Element = "sealed";

    private const int SaltBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private static readonly byte[] Purpose = Encoding.UTF8.GetBytes("Hedensted.Cms.Keys");

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[SaltBytes + NonceBytes + TagBytes + plain.Length];
        var (salt, nonce, tag, text) = Parts(box);
        RandomNumberGenerator.Fill(salt.Span);
        RandomNumberGenerator.Fill(nonce.Span);
        using var cipher = CipherOf(secret, salt.Span);
        cipher.Encrypt(nonce.Span, plain, text.Span, tag.Span);
        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(new XElement(Element, Convert.ToBase64String(box)), typeof(KeyOpener));
    }

    /// <summary>Opens what was sealed with this secret; null when it was another.</summary>
    public static XElement? Open(XElement element, string secret)
    {
        var box = Convert.FromBase64String(element.Value);
        if (box.Length < SaltBytes + NonceBytes + TagBytes)
        {
            return null;
        }

        var (salt, nonce, tag, text) = Parts(box);
        var plain = new byte[text.Length];
        using var cipher = CipherOf(secret, salt.Span);
        try
        {
            cipher.Decrypt(nonce.Span, text.Span, tag.Span, plain);
            return XElement.Parse(Encoding.UTF8.GetString(plain));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static (Memory<byte> Salt, Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Text) Parts(Memory<byte> box) => (
        box[..SaltBytes],
        box.Slice(SaltBytes, NonceBytes),
        box.Slice(SaltBytes + NonceBytes, TagBytes),
        box[(SaltBytes + NonceBytes + TagBytes)..]);

    private static AesGcm CipherOf(string secret, ReadOnlySpan<byte> salt)
    {
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), key, salt, Purpose);
        return new AesGcm(key, TagBytes);
    }
}

/// <summary>Opens what <see cref="KeySeal"/> has sealed, with the secret of now or one from before. The framework makes it by its name in the key.</summary>
internal sealed class KeyOpener(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        var options = services.GetRequiredService<IOptions<KeyOptions>>().Value;
        foreach (var secret in new[] { options.Secret }.Concat(options.Earlier))
        {
            if (!string.IsNullOrEmpty(secret) && KeySeal.Open(encryptedElement, secret) is { } opened)
            {
                return opened;
            }
        }

        throw new CryptographicException($"A key was sealed with a secret that is not among {KeyOptions.Section}:Secret and :Earlier.");
    }
}
