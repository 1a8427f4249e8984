namespace LspCompose.Analysis.Tests.Rules;

public class LegacyBooleanTests
{
    [Fact]
    public void Words_for_booleans_are_found_where_Compose_turns_them() => Markers.Check(
        """
        x-base: &base
          privileged: Yes
        #             ^^^ legacy-boolean Write true
        services:
          web:
            <<: *base
            image: nginx
            tty: "on"
        #        ^^^^ legacy-boolean Write true
            read_only: n
        #              ^ legacy-boolean Write false
            init: true
            stdin_open: "true"
            restart: no
            environment: {DEBUG: yes}
            labels:
              traefik.enable: on
            volumes: [{type: volume, source: data, target: /data, read_only: OFF}]
        #                                                                    ^^^ legacy-boolean Write false
          shell: {image: alpine, <<: *base}
        volumes:
          data: {external: no}
        #                  ^^ legacy-boolean
        """);

    [Theory]
    [InlineData("tty: yes", "tty: true")]
    [InlineData("tty: 'off'", "tty: false")]
    public void The_fix_writes_what_Compose_reads(string written, string mended)
    {
        var text = $"services:\r\n  web:\r\n    image: x\r\n    {written} # note\r\n";
        var fix = Assert.Single(Assert.Single(Markers.Find(text)).Fixes);

        Assert.True(fix.IsSafe);
        Assert.Equal(text.Replace(written, mended, StringComparison.Ordinal), Edits.Apply(text, fix));
    }

    [Fact]
    public void Aliases_that_lead_in_circles_end() => Assert.DoesNotContain(Markers.Find("services: &s\n  web: &w\n    <<: *w\n    image: x\n    tty: true\n  b: *s\n"), finding => finding.Rule.Id == "legacy-boolean");
}
