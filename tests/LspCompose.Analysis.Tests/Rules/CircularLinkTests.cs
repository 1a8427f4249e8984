using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Tests.Rules;

public class CircularLinkTests
{
    [Fact]
    public void Two_services_that_link_each_other() => Markers.Check(
        """
        services:
          fpm:
            image: php
            links:
              - nginx
        #       ^^^^^ circular-link fpm → nginx → fpm
        #       ^^^^^ deprecated-link
          nginx:
            image: nginx
            links:
              - fpm
        #       ^^^ deprecated-link
        """);

    [Fact]
    public void The_path_names_only_the_circle_and_each_circle_is_found_once() => Markers.Check(
        """
        services:
          a: {image: x, links: [b]}
        #                       ^ circular-link Circular link: a → b → c → a.
        #                       ^ deprecated-link
          b: {image: x, links: ["c:db"]}
        #                       ^^^^^^ deprecated-link
          c: {image: x, links: [a]}
        #                       ^ deprecated-link
          tail: {image: x, links: [a]}
        #                          ^ deprecated-link
          d: {image: x, links: [e]}
        #                       ^ circular-link d → e → d
        #                       ^ deprecated-link
          e: {image: x, links: [d]}
        #                       ^ deprecated-link
        """);

    [Fact]
    public void A_service_that_links_itself() => Markers.Check(
        """
        services:
          a:
            image: x
            links:
              - a:me
        #       ^^^^ circular-link a → a
        #       ^^^^ deprecated-link
        """);

    [Fact]
    public void Other_dependencies_close_a_circle_too() => Markers.Check(
        """
        services:
          a:
            image: x
            links: [b]
        #           ^ circular-link a → b → c → d → a
        #           ^ deprecated-link
          b:
            image: x
            depends_on:
              c: {condition: service_completed_successfully}
          c:
            image: x
            network_mode: service:d
          d:
            image: x
            volumes_from: ["a:ro"]
        #                  ^^^^^^ deprecated-volumes-from
        """);

    [Fact]
    public void A_circle_without_any_link_is_no_circular_link() => Markers.Check(
        """
        services:
          a: {image: x, depends_on: [b]}
        #                            ^ dependency-cycle a → b → a
          b: {image: x, depends_on: [a]}
        """);

    [Fact]
    public void Each_edge_of_the_circle_is_a_related_place()
    {
        var circle = Assert.Single(Markers.Find(Samples.Read("circular.yml")), finding => finding.Rule.Id == "circular-link");
        Assert.Equal(Severity.Error, circle.Severity);
        Assert.Equal(["'fpm' needs 'nginx' (links)", "'nginx' needs 'fpm' (links)"], circle.Related.Select(related => related.Message));
        Assert.Contains("dependency cycle detected", circle.Message, StringComparison.Ordinal);
        Assert.Contains("Circular dependency between", circle.Message, StringComparison.Ordinal);
        Assert.Contains("Circular import between", circle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_services_in_one_circle_are_one_finding()
    {
        var text = "services:\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"  s{i}: {{image: x, links: [s{(i + 1) % 10_000}]}}\n"));
        Assert.Single(Markers.Find(text), finding => finding.Rule.Id == "circular-link");
    }
}
