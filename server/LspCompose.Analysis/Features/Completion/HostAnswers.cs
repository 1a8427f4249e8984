namespace LspCompose.Analysis.Features.Completion;

/// <summary>
/// What the host's disk holds where offers need to know, beyond the files projects are made of. Offers are made from what is answered; what is not is noted, for the
/// host to look up and ask for the offers again. Belongs to one request.
/// </summary>
public sealed class HostAnswers
{
    private readonly Dictionary<HostQuestion, object> answers = [];
    private readonly HashSet<HostQuestion> open = [];

    /// <summary>What was asked for and is not answered.</summary>
    public IReadOnlyCollection<HostQuestion> Open => open;

    /// <summary>Takes the content of a file.</summary>
    public void Answer(HostQuestion question, FileContent content) => Add(question, content);

    /// <summary>Takes the entries of a folder.</summary>
    public void Answer(HostQuestion question, IReadOnlyList<FolderEntry> entries) => Add(question, entries);

    /// <summary>Looks everything up that is open, on this thread.</summary>
    public void Answer(IFileSource source)
    {
        foreach (var question in open.ToList())
        {
            Add(question, question.Kind == HostQuestionKind.File ? source.Read(question.Path) : source.List(question.Path, question.Prefix));
        }
    }

    /// <summary>The entries of a folder; none until the host has looked.</summary>
    internal IReadOnlyList<FolderEntry> List(string folder, string prefix) => Find(new HostQuestion(folder, HostQuestionKind.Folder, prefix)) as IReadOnlyList<FolderEntry> ?? [];

    /// <summary>The text of a file; null where there is none, or the host has not looked.</summary>
    internal string? Read(string path) => (Find(new HostQuestion(path, HostQuestionKind.File)) as FileContent.Present)?.Text.Content;

    private object? Find(HostQuestion question)
    {
        if (answers.TryGetValue(question, out var answer))
        {
            return answer;
        }

        open.Add(question);
        return null;
    }

    private void Add(HostQuestion question, object answer)
    {
        answers[question] = answer;
        open.Remove(question);
    }
}
