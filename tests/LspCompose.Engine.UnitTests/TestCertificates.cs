using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LspCompose.Engine.UnitTests;

/// <summary>Certificates made for a run of the tests: an authority, and a certificate with its key that it has signed, for this machine and for its user.</summary>
internal static class TestCertificates
{
    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-1);
    private static readonly DateTimeOffset To = DateTimeOffset.UtcNow.AddDays(1);
    private static readonly X509Certificate2 Root = MakeRoot();
    private static readonly X509Certificate2 Leaf = MakeLeaf();

    public static string Authority => Root.ExportCertificatePem();

    public static string Certificate => Leaf.ExportCertificatePem();

    public static string Key => Leaf.GetECDsaPrivateKey()?.ExportPkcs8PrivateKeyPem() ?? "";

    public static X509Certificate2 Server() => X509CertificateLoader.LoadPkcs12(Leaf.Export(X509ContentType.Pkcs12), null);

    private static X509Certificate2 MakeRoot()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=made-up authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, To);
    }

    private static X509Certificate2 MakeLeaf()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=made-up engine", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(Root, From, To, [1, 2, 3]);
        return signed.CopyWithPrivateKey(key);
    }
}
