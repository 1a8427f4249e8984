using System.IO.Pipelines;

namespace LspCompose.Lsp.Rpc;

/// <summary>
/// Copies a stream into a pipe on a thread of its own. Reading standard input blocks its thread even when asked asynchronously; on a machine with
/// few processors that would cost the thread pool one of its few threads.
/// </summary>
internal static class InputPump
{
    /// <summary>Starts to copy; the pipe ends when the stream ends or fails.</summary>
    public static PipeReader Start(Stream input)
    {
        // No limit: the reader takes what is there at once, and a message larger than any limit must still fit.
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
        new Thread(() => Copy(input, pipe.Writer)) { IsBackground = true, Name = "input" }.Start();
        return pipe.Reader;
    }

    private static void Copy(Stream input, PipeWriter output)
    {
        try
        {
            int count;
            while ((count = input.Read(output.GetSpan(64 * 1024))) > 0)
            {
                output.Advance(count);
                _ = output.FlushAsync().AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // A client that went away is the end of the input.
        }

        output.Complete();
    }
}
