using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Tries changes of names and takes back those that would have somebody reach another service than before. Names may be added; none may lead elsewhere.
/// </summary>
internal sealed class NameKeeper(NameMap before, NameMap after, IReadOnlySet<string> leaving)
{
    private readonly Stack<Action> undo = new();

    public NameMap Before => before;

    public NameMap After => after;

    /// <summary>A point to go back to.</summary>
    public int Mark => undo.Count;

    /// <summary>Takes back everything since a mark.</summary>
    public void GoBack(int mark)
    {
        while (undo.Count > mark)
        {
            undo.Pop()();
        }
    }

    /// <summary>Takes a private name away.</summary>
    public void Drop(LinkRoute route)
    {
        if (route.Private is { } name)
        {
            var index = after.Remove(name);
            undo.Push(() => after.Restore(name, index));
        }
    }

    /// <summary>Gives a service an alias; returns false, and changes nothing, where somebody would hear another answer than before.</summary>
    public bool TryAlias(string owner, string network, string alias)
    {
        var mark = Mark;
        if (after.AddAlias(owner, network, alias))
        {
            undo.Push(() => after.RemoveAlias(owner, network, alias));
        }

        // Where nobody else has the name, nobody can have meant somebody else by it.
        var isContested = after.Answering(alias).Any(answer => answer.Service != owner) || before.Answering(alias).Any(answer => answer.Service != owner) ||
            before.Private(alias).Any(name => before.OwnerOf(name.Target) is { } target && target != owner);
        if (isContested && after.Members(network).Any(member => !IsKept(member, alias)))
        {
            GoBack(mark);
            return false;
        }

        return true;
    }

    /// <summary>Puts services on one more network; returns false, and changes nothing, where one of them would hear another answer than before.</summary>
    public bool TryJoin(string network, IReadOnlyList<string> services) => Join(network, services) is null;

    /// <summary>Puts services on one more network; where one of them, or anybody on it, would hear another answer than before, changes nothing and returns the name.</summary>
    public string? Join(string network, IReadOnlyList<string> services)
    {
        var mark = Mark;
        foreach (var service in services.Where(service => !after.Networks(service).Contains(network)))
        {
            after.Join(service, network);
            undo.Push(() => after.Leave(service, network));
        }

        var names = after.Members(network).SelectMany(after.AllNames).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var changed = names.Find(name => after.Members(network).Any(member => !IsKept(member, name)));
        if (changed is not null)
        {
            GoBack(mark);
        }

        return changed;
    }

    /// <summary>True when a name still leads a service, and whoever shares its network stack, where it led before.</summary>
    public bool IsKept(string service, string name) => after.Spellings(name).All(spelling => IsKeptFor(service, spelling) && after.SharersOf(service).All(sharer => IsKeptFor(sharer, spelling)));

    /// <summary>True when a name leads a service to somebody else, in any spelling; one that leads nowhere any more may still get an alias.</summary>
    public bool IsTaken(string service, string name) => after.Spellings(name).Any(spelling => !IsKeptFor(service, spelling) && after.Resolve(service, spelling).IsFound);

    private bool IsKeptFor(string service, string name)
    {
        // What goes away answers no more, and is not missed.
        var was = before.Resolve(service, name) is var answer && answer.Services.Any(leaving.Contains) ? answer with { Services = [.. answer.Services.Where(found => !leaving.Contains(found))] } : answer;
        var now = after.Resolve(service, name);

        // What two networks answer differently already is no worse than before as long as the same one comes first.
        return !was.IsFound || was.IsSameAs(now) ||
            (was.IsAmbiguous && now.IsAmbiguous && was.Services.Count == now.Services.Count && was.Services.All(now.Services.Contains));
    }
}
