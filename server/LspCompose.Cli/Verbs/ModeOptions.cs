using System.CommandLine;
using LspCompose.Cli.Changes;

namespace LspCompose.Cli.Verbs;

/// <summary>Says what a command that changes files does with the changes: one of its modes, printing a patch by default.</summary>
internal sealed class ModeOptions
{
    private readonly Option<bool> diff = new("--diff") { Description = "Print the changes as a patch for 'git apply' (the default)." };
    private readonly Option<bool> write = new("--write") { Description = "Write the changes to the files." };
    private readonly Option<bool> check = new("--check") { Description = "Change nothing; exit with 1 when there is anything to change." };

    private readonly Option<bool> unsafely = new("--unsafe") { Description = "Also write changes that may alter what the file means." };

    /// <summary>Adds the options to a command.</summary>
    public ModeOptions(Command command)
    {
        command.Options.Add(diff);
        command.Options.Add(write);
        command.Options.Add(check);
        command.Validators.Add(result =>
        {
            if (new[] { diff, write, check }.Count(result.GetValue) > 1)
            {
                result.AddError("Choose one of --diff, --write and --check.");
            }
        });
    }

    /// <summary>Adds the options, and one for changes that may alter the meaning.</summary>
    public static ModeOptions WithUnsafe(Command command)
    {
        var modes = new ModeOptions(command);
        command.Options.Add(modes.unsafely);
        return modes;
    }

    /// <summary>The mode asked for.</summary>
    public ChangeMode Mode(ParseResult parsed) => Chosen(parsed) ?? ChangeMode.Diff;

    /// <summary>The mode asked for by an option; null without one.</summary>
    public ChangeMode? Chosen(ParseResult parsed) =>
        parsed.GetValue(write) ? ChangeMode.Write : parsed.GetValue(check) ? ChangeMode.Check : parsed.GetValue(diff) ? ChangeMode.Diff : null;

    /// <summary>True when changes that may alter the meaning are wanted too.</summary>
    public bool AllowsUnsafe(ParseResult parsed) => parsed.GetValue(unsafely);
}
