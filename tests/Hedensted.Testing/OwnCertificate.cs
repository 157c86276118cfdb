using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hedensted.Testing;

/// <summary>A certificate for this machine that nobody has vouched for, in two files.</summary>
/// <param name="Certificate">Where it is, as PEM.</param>
/// <param name="Key">Where its key is, as PEM.</param>
public sealed record OwnCertificate(string Certificate, string Key)
{
    /// <summary>Whether this and no other is what a server shows.</summary>
    public bool IsShown(X509Certificate? shown)
    {
        using var own = X509CertificateLoader.LoadCertificateFromFile(Certificate);
        return shown is not null && own.RawDataMemory.Span.SequenceEqual(shown.GetRawCertData());
    }

    /// <summary>Makes one that is good for a day.</summary>
    public static OwnCertificate Make()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var folder = CmsProcess.NewFolder();
        var made = new OwnCertificate(Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        File.WriteAllText(made.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(made.Key, key.ExportPkcs8PrivateKeyPem());
        return made;
    }
}
