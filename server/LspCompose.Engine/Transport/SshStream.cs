using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using LspCompose.Engine.Endpoints;

namespace LspCompose.Engine.Transport;

/// <summary>A connection through <c>ssh</c>: what it reads and writes goes, at the other end, to the engine. Disposing ends the process.</summary>
internal sealed class SshStream : Stream
{
    private const int KeptErrors = 4096;
    private readonly Process process;
    private readonly Stream input;
    private readonly Stream output;
    private readonly StringBuilder errors = new();

    private SshStream(Process process)
    {
        this.process = process;
        input = process.StandardInput.BaseStream;
        output = process.StandardOutput.BaseStream;
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Starts ssh.</summary>
    public static SshStream Start(EngineEndpoint.Ssh endpoint, string program, TimeSpan connectTime)
    {
        var start = new ProcessStartInfo(program, Arguments(endpoint, connectTime))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return new SshStream(Process.Start(start) ?? throw new SshException($"{program} did not start"));
        }
        catch (Win32Exception exception)
        {
            throw new SshException($"{program}: {exception.Message}");
        }
    }

    /// <summary>The arguments, those of the docker CLI. Nobody is there to be asked for a password, so ssh must not ask.</summary>
    public static IReadOnlyList<string> Arguments(EngineEndpoint.Ssh endpoint, TimeSpan connectTime)
    {
        List<string> arguments = ["-o", "BatchMode=yes", "-o", string.Create(CultureInfo.InvariantCulture, $"ConnectTimeout={Math.Max(1, (int)connectTime.TotalSeconds)}"), "-T"];
        if (endpoint.User.Length > 0)
        {
            arguments.AddRange(["-l", endpoint.User]);
        }

        if (endpoint.Port is { } port)
        {
            arguments.AddRange(["-p", port.ToString(CultureInfo.InvariantCulture)]);
        }

        arguments.AddRange(["--", endpoint.Host, "docker"]);
        if (endpoint.Socket.Length > 0)
        {
            // The other end's shell reads it.
            arguments.AddRange(["--host", $"'unix://{endpoint.Socket.Replace("'", "'\\''", StringComparison.Ordinal)}'"]);
        }

        arguments.AddRange(["system", "dial-stdio"]);
        return arguments;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await output.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return read > 0 || buffer.Length == 0 ? read : await EndedAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => output.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await input.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            await input.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The pipe broke because ssh ended; why, it has said elsewhere.
            await EndedAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => input.Write(buffer, offset, count);

    /// <inheritdoc/>
    public override void Flush() => input.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => input.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                process.Kill();
            }
            catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
            {
                // It has ended by itself.
            }

            process.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<int> EndedAsync(CancellationToken cancellationToken)
    {
        // Also waits until all it had to say has been read.
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        if (process.ExitCode == 0)
        {
            return 0;
        }

        lock (errors)
        {
            throw new SshException(errors.Length > 0 ? errors.ToString().Trim() : $"ssh ended with exit code {process.ExitCode}");
        }
    }

    private void Keep(string? line)
    {
        lock (errors)
        {
            if (line is not null && errors.Length + line.Length < KeptErrors)
            {
                errors.AppendLine(line);
            }
        }
    }
}
