namespace LspCompose.Analysis.Tests.Refactorings;

public sealed class SortKeysTests
{
    [Fact]
    public void Services_are_sorted_with_the_comments_that_belong_to_them() => Assert.Equal(
        "services:\r\n  # first\r\n  cache:\r\n    image: b # c\r\n    # below\r\n\r\n  web: {image: a}",
        Refactored.Apply("<|>services:\r\n  web: {image: a}\r\n\r\n  # first\r\n  cache:\r\n    image: b # c\r\n    # below", "Sort the services"));

    [Theory]
    [InlineData("environment:\n      <|>B: 1\n      <<: *e\n      A: |\n        x\n", "environment:\n      <<: *e\n      A: |\n        x\n      B: 1\n", "Sort the keys of 'environment'")]
    [InlineData("labels: {<|>b: 1, a: 2}\n", "labels: {a: 2, b: 1}\n", "Sort the keys of 'labels'")]
    public void Keys_are_sorted(string before, string after, string title) =>
        Assert.Equal($"x-e: &e {{C: d}}\nservices:\n  web:\n    image: x\n    {after}", Refactored.Apply($"x-e: &e {{C: d}}\nservices:\n  web:\n    image: x\n    {before}", title));

    [Theory]
    [InlineData("<|>services:\n  web: &w {image: a}\n  app: *w\n")]
    [InlineData("<|>services:\n  app: {image: a}\n  web: {image: a}\n")]
    [InlineData("<|>services:\n  web: {image: a}\n  web: {image: b}\n  app: {image: a}\n")]
    [InlineData("<|>services:\n  web: {image: a}\n  app: {image: [a\n")]
    public void Not_where_an_anchor_would_come_too_late_or_nothing_changes(string text) => Assert.DoesNotContain("Sort the services", Refactored.Titles(text));
}
