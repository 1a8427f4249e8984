using CsCheck;

namespace LspCompose.Testing;

/// <summary>Samples generators so that a run can be trusted: the same values every time, unless new ones are asked for.</summary>
internal static class Repeatable
{
    /// <summary>
    /// Checks as many values as asked for. They are the same in every run; with LSPCOMPOSE_RANDOM=1 they are new ones, and a failure is shrunk and printed with its seed.
    /// </summary>
    public static void SampleRepeatably<T>(this Gen<T> generator, Action<T> check, int iterations)
    {
        if (Environment.GetEnvironmentVariable("LSPCOMPOSE_RANDOM") == "1")
        {
            generator.Sample(check, iter: iterations, threads: 1);
            return;
        }

        for (var iteration = 0; iteration < iterations; iteration++)
        {
            check(generator.Generate(new PCG((uint)iteration, 42), null, out _));
        }
    }
}
