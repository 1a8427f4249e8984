namespace LspCompose.Analysis.Tests.Agreement;

/// <summary>Where Compose stops at the first error, every independent one is told, each under its own characters.</summary>
public class SeveralErrorsTests
{
    [Fact]
    public void Errors_of_every_stage_in_one_file() => Markers.CheckProject(("/p/compose.yaml",
        """
        services:
          web:
            image: nginx:${TAG:-1}
            prots: ["80:80"]
        #   ^^^^^ unknown-key 'ports'
            privileged: maybe
        #               ^^^^^ invalid-value takes true or false
            mem_limit: 1q
        #               ^ invalid-value unit
            stop_grace_period: 10
        #                      ^^ invalid-value duration
            hostname: ${HOST
        #             ^^^^^^ invalid-interpolation
            depends_on:
              db:
                condition: ${C:-nope}
        #                       ^^^^ invalid-value 'service_started'
              dbb: {condition: service_started}
        #     ^^^ undefined-service Did you mean 'db'?
            networks: [front, bakc]
        #                     ^^^^ undefined-network Did you mean 'back'?
            cap_add: NET_ADMIN
        #            ^^^^^^^^^ invalid-value list
          db:
            build: {context: ., dockerfile: D, dockerfile_inline: FROM x}
        #                                      ^^^^^^^^^^^^^^^^^ conflicting-attributes
            network_mode: host
        #   ^^^^^^^^^^^^ conflicting-attributes
            networks: [back]
            volumes: ["data:/data", "/a:/b:ro:rw"]
        #              ^^^^ undefined-volume
        #                                    ^^^ invalid-value too many colons
            secrets: [key]
        #             ^^^ undefined-secret
            healthcheck: {test: [curl, -f], retries: -1}
        #                        ^^^^ invalid-value CMD
        #                                            ^^ invalid-value at least 0
          none:
        # ^^^^ missing-image
            command: "echo 'open"
        #                  ^ invalid-value
        networks:
          front:
          back:
        """));
}
