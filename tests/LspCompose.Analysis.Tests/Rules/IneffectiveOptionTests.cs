namespace LspCompose.Analysis.Tests.Rules;

public class IneffectiveOptionTests
{
    [Fact]
    public void What_Compose_drops_is_marked() => Markers.Check(
        """
        services:
          web:
            image: x
            command: migrate && serve # both
        #                    ^^^^^^^^ ineffective-option stops at '&'
            entrypoint: "run --url=http://x/?a=1&b=2"
        #                                       ^^^^ ineffective-option 'entrypoint'
            restart: allways
        #            ^^^^^^^ ineffective-option 'allways' is not a restart policy
            volumes:
              - ./a:/a:readonly,z
        #              ^^^^^^^^ ineffective-option 'readonly'
              - {type: bind, source: ./b, target: /b}
          db: {image: x, restart: "always:3", volumes: ["data:/data:ro,noexec"]}
        #                                ^^ ineffective-option takes no number
        #                                                              ^^^^^^ ineffective-option 'noexec'
          log:
            image: x
            command: echo $$HOME > /tmp/out
        #                        ^^^^^^^^^^ ineffective-option
        volumes: {data: }
        """);

    [Theory]
    [InlineData("command: sh -c \"a && b\"")]
    [InlineData("command: [a, '&&', b]")]
    [InlineData("command: a 'b;c' d\\;e")]
    [InlineData("command: >\n      a\n      b")]
    [InlineData("command: a ${X:-b} && c")]
    [InlineData("command:")]
    [InlineData("healthcheck: {test: a || exit 1}")]
    [InlineData("restart: unless-stopped")]
    [InlineData("restart: on-failure:3")]
    [InlineData("restart: no")]
    [InlineData("volumes: ['./a:/a:cached', './b:/b:rw,delegated', './c:/c:z,U', './d:/d:ro,rshared', './e:/e:${MODE:-xx}']")]
    public void What_takes_effect_is_not(string attribute) => Assert.Empty(Markers.Find($"services:\n  web:\n    image: x\n    {attribute}\n"));

    [Fact]
    public void Block_text_is_marked_up_to_its_last_word()
    {
        const string text = "services:\r\n  web:\r\n    image: x\r\n    command: >\r\n      migrate\r\n      && serve\r\n    tty: true\r\n";
        var finding = Assert.Single(Markers.Find(text));

        Assert.Equal("&& serve", text[finding.Span.Start..finding.Span.End]);
    }

    [Fact]
    public void The_first_format_was_read_otherwise() =>
        Assert.DoesNotContain(Markers.Find("web:\n  image: x\n  command: a && b\n"), finding => finding.Rule.Id == "ineffective-option");
}
