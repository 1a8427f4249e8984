namespace LspCompose.Analysis.Tests.Rules;

public class InvalidValueTests
{
    [Fact]
    public void An_alias_needs_an_anchor_before_it() => Markers.Check(
        """
        x-base: &base {tty: true}
        services:
          web:
            <<: *bse
        #       ^^^^ invalid-value Did you mean '*base'?
            image: x
            labels: &l
              a: *l
        #        ^^ invalid-value stands before the end of the part '&l' marks
            command: echo *
        """);

    [Fact]
    public void A_merge_key_needs_mappings() => Markers.Check(
        """
        x-s: &s text
        x-m: &m {tty: true}
        services:
          web:
            image: x
            <<: *s
        #       ^^ invalid-value this is none
          db:
            image: x
            <<: [*m, {privileged: true}]
          cache:
            image: x
            <<:
        #   ^^ invalid-value
          other:
            image: x
            <<: [*m, *s]
        #       ^^^^^^^^ invalid-value
        """);
}
