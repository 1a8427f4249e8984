namespace LspCompose.Analysis.Tests.Refactorings;

public sealed class AnchorTests
{
    private const string Repeated =
        """
        services:
          a:
            image: x
            logging: # rotated
              driver: json-file
              options:
                max-size: 10m
          b:
            image: x
            logging:
              driver: json-file
              options: {max-size: 10m}

        """;

    [Fact]
    public void A_repeated_value_is_extracted_to_an_anchor() => Assert.Equal(
        """
        services:
          a:
            image: x
            logging: &logging # rotated
              driver: json-file
              options:
                max-size: 10m
          b:
            image: x
            logging: *logging

        """,
        Refactored.Apply(Repeated.Replace("logging: # rotated", "log<|>ging: # rotated", StringComparison.Ordinal), "Extract to anchor '&logging' (2 places)"));

    [Fact]
    public void A_selected_value_is_extracted_to_a_fragment() => Assert.Equal(
        """
        # about
        x-environment: &environment
          # which
          A: b
          C: d

        services:
          web:
            environment: *environment # last
            image: x

        """,
        Refactored.Apply(
            """
            # about
            services:
              web:
                <[environment:
                  # which
                  A: b
                  C: d]> # last
                image: x

            """,
            "Extract to fragment 'x-environment'"));

    [Fact]
    public void Selected_keys_are_extracted_wherever_they_stand_together() => Assert.Equal(
        """
        x-common: &common
          restart: always
          init: true

        services:
          a:
            image: x
            <<: *common
          b:
            <<: *common
            image: y

        """,
        Refactored.Apply(
            """
            services:
              a:
                image: x
                <[restart: always
                init: true]>
              b:
                init: true
                image: y
                restart: always

            """,
            "Extract 2 keys to fragment 'x-common' (2 places)"));

    [Fact]
    public void An_alias_is_replaced_by_what_it_stands_for() => Assert.Equal(
        "x-e: &e\n  A: b\n  # c\n  C: d\nservices:\n  web:\n    environment:\n      A: b\n      # c\n      C: d\n    image: x\n",
        Refactored.Apply("x-e: &e\n  A: b\n  # c\n  C: d\nservices:\n  web:\n    environment: *<|>e\n    image: x\n", "Replace '*e' by what it stands for"));

    [Fact]
    public void What_a_merge_key_brings_is_written_out_and_own_keys_win() => Assert.Equal(
        "x-a: &a {restart: always, init: true}\nx-b: &b\n  restart: no\n  labels:\n    a: b\nservices:\n  web:\n    restart: always\n    labels:\n      a: b\n    init: false\n    image: x\n",
        Refactored.Apply("x-a: &a {restart: always, init: true}\nx-b: &b\n  restart: no\n  labels:\n    a: b\nservices:\n  web:\n    <<: [*a<|>, *b]\n    init: false\n    image: x\n", "Write out what '<<' merges in"));

    [Fact]
    public void An_anchor_is_inlined_everywhere() => Assert.Equal(
        "services:\n  a:\n    image: x\n    dns: [1.1.1.1]\n  b: {image: x, dns: [1.1.1.1]}\n",
        Refactored.Apply("services:\n  a:\n    image: x\n    d<|>ns: &dns [1.1.1.1]\n  b: {image: x, dns: *dns}\n", "Inline '&dns' everywhere (1 use)"));

    [Fact]
    public void An_anchor_that_is_given_twice_is_left_alone() =>
        Assert.DoesNotContain(Refactored.Titles("x-a: &a {b: c}\nx-b: &a {b: d}\nservices:\n  web:\n    image: x\n    labels: *<|>a\n"), title => title.StartsWith("Replace", StringComparison.Ordinal));

    [Fact]
    public void Elsewhere_in_a_broken_file_it_works_as_well() => Assert.Equal(
        "x-e: &e {A: b}\nservices:\n  web:\n    environment: {A: b}\n  broken:\n    image: [x\n",
        Refactored.Apply("x-e: &e {A: b}\nservices:\n  web:\n    environment: <|>*e\n  broken:\n    image: [x\n", "Replace '*e' by what it stands for"));
}
