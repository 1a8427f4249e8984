using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LspCompose.Engine.Endpoints;

/// <summary>What a TLS connection to an engine needs.</summary>
internal sealed class EngineTls
{
    private readonly X509Certificate2Collection authorities = [];
    private readonly X509Certificate2Collection own = [];

    /// <summary>How much of the engine's certificate is checked.</summary>
    public EngineTrust Trust { get; private init; }

    /// <summary>Reads the certificates among the paths that are there; tells what is wrong with one that cannot be used.</summary>
    /// <param name="authority">The certificate of who signed the engine's one; empty for those the machine trusts.</param>
    /// <param name="certificate">The user's certificate; empty for none.</param>
    /// <param name="key">Its key; empty for none.</param>
    /// <param name="trust">How much of the engine's certificate is checked.</param>
    public static (EngineTls? Tls, string Problem) Read(string authority, string certificate, string key, EngineTrust trust)
    {
        var tls = new EngineTls { Trust = trust };
        var file = authority;
        try
        {
            if (authority.Length > 0 && trust == EngineTrust.Verified)
            {
                tls.authorities.ImportFromPemFile(authority);
                if (tls.authorities.Count == 0)
                {
                    return (null, $"{authority} holds no certificate");
                }
            }

            if (certificate.Length > 0 || key.Length > 0)
            {
                file = certificate;
                using var read = X509Certificate2.CreateFromPemFile(certificate, key);

                // Windows does not use a key that was only read, it wants one imported.
                tls.own.Add(X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null));
            }

            return (tls, "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"the certificate cannot be read: {exception.Message.TrimEnd('.')}");
        }
        catch (CryptographicException exception)
        {
            return (null, $"{file} cannot be used as a certificate: {exception.Message.TrimEnd('.')}");
        }
    }

    /// <summary>The options of a connection.</summary>
    public SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions();
        if (own.Count > 0)
        {
            options.ClientCertificates = own;
            options.LocalCertificateSelectionCallback = (_, _, _, _, _) => own[0];
        }

        if (Trust == EngineTrust.Anybody)
        {
#pragma warning disable CA5359 // Asked for by the user: "skip TLS verify" of the context.
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (authorities.Count > 0)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        return options;
    }
}
