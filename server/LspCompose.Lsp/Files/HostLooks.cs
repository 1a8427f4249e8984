using System.Collections.Concurrent;
using LspCompose.Analysis;
using LspCompose.Analysis.Features.Completion;
using LspCompose.Lsp.Publishing;

namespace LspCompose.Lsp.Files;

/// <summary>Looks things up on the disk while a request waits for them, but not long: a drive that hangs is waited for once and holds nothing up.</summary>
internal sealed class HostLooks(IFileSource source, TimeProvider time, ServerLog log)
{
    // As many drives may hang before nothing is looked up any more.
    private const int MostAtOnce = 16;

    // A disk answers far sooner, and nobody wants to wait longer for a list of names.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<(HostQuestionKind Kind, string Path), Look> looks = new();

    /// <summary>Answers what can be answered in time.</summary>
    public async Task AnswerAsync(HostAnswers answers, CancellationToken cancellation)
    {
        var open = answers.Open.Select(question => (Question: question, Look: Start(question))).Where(asked => asked.Look is not null).ToList();
        var rest = open.Select(asked => asked.Look).OfType<Look>().Select(look => Patience - time.GetElapsedTime(look.Started)).Append(TimeSpan.Zero).Max();
        var all = Task.WhenAll(open.Select(asked => asked.Look).OfType<Look>().Select(look => look.Work));
        if (!all.IsCompleted && rest > TimeSpan.Zero)
        {
            await Task.WhenAny(all, Task.Delay(rest, time, cancellation)).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
        }

        foreach (var (question, look) in open)
        {
            if (look is { Work.IsCompletedSuccessfully: true })
            {
                look.Work.Result(answers, question);
            }
        }
    }

    // On a thread of its own: one that hangs must not be missed elsewhere.
    private Look? Start(HostQuestion question)
    {
        if (!Path.IsPathRooted(question.Path) || (looks.Count >= MostAtOnce && !looks.ContainsKey((question.Kind, question.Path))))
        {
            return null;
        }

        var key = (question.Kind, question.Path);
        var look = looks.GetOrAdd(key, _ => new Look(time.GetTimestamp(), new(() => Task.Factory.StartNew(() => LookUp(question), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))));

        // What has ended is looked up anew next time: nobody tells when a folder changes.
        _ = look.Work.ContinueWith(_ => looks.TryRemove(new(key, look)), TaskScheduler.Default);
        return look;
    }

    private Action<HostAnswers, HostQuestion> LookUp(HostQuestion question)
    {
        try
        {
            if (question.Kind == HostQuestionKind.File)
            {
                var content = source.Read(question.Path);
                return (answers, asked) => answers.Answer(asked, content);
            }

            var entries = source.List(question.Path, question.Prefix);
            return (answers, asked) => answers.Answer(asked, entries);
        }
        catch (Exception e)
        {
            log.FailOnce($"Looking at {question.Path} failed", e);
            return (_, _) => { };
        }
    }

    private sealed record Look(long Started, Lazy<Task<Action<HostAnswers, HostQuestion>>> Start)
    {
        public Task<Action<HostAnswers, HostQuestion>> Work => Start.Value;
    }
}
