namespace LspCompose.Analysis.Features.Completion;

/// <summary>Finds what could stand at the cursor. It need not compare with what is typed: that is done for all.</summary>
internal delegate IEnumerable<Suggestion> SuggestionProvider(CompletionContext context);
