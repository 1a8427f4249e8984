using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Rules;

/// <summary>What is wrong with a project, told in the file that causes it.</summary>
public class ProjectRuleTests
{
    [Fact]
    public void Names_of_top_level_parts_must_be_declared() => Markers.Check(
        """
        services:
          web:
            image: x
            networks: [fronted, default]
        #              ^^^^^^^ undefined-network Network 'fronted', which service 'web' is on, is not defined. Did you mean 'frontend'?
            volumes:
              - "data:/data:ro"
        #        ^^^^ undefined-volume Volume 'data', which service 'web' mounts, is not defined. Declare it under 'volumes'
              - type: volume
                source: cahce
        #               ^^^^^ undefined-volume Did you mean 'cache'?
                target: /cache
              - ./here:/here
              - /anonymous
            configs:
              - site
        #       ^^^^ undefined-config Config 'site', which service 'web' uses, is not defined
              - {source: other, target: /o}
        #                ^^^^^ undefined-config 'other'
            secrets: [token]
        #             ^^^^^ undefined-secret Secret 'token', which service 'web' uses
            models: {llm: {endpoint_var: URL}}
        #            ^^^ undefined-model Model 'llm', which service 'web' uses
          api:
            build:
              context: .
              secrets: ["key"]
        #                ^^^ undefined-secret the build of service 'api' uses
            networks:
              backend:
        #     ^^^^^^^ undefined-network 'backend'
                aliases: [x]
        networks: {frontend: }
        volumes: {cache: }
        """);

    [Fact]
    public void What_another_file_of_the_project_declares_is_defined() => Markers.CheckProject(
        ("/p/compose.yaml", "include: [parts/db.yaml]\nservices:\n  web: {image: x, networks: [data], volumes: [\"shared:/s\"], depends_on: [db]}\n"),
        ("/p/compose.override.yaml", "services:\n  web: {secrets: [s]}\nvolumes:\n  shared:\n"),
        ("/p/parts/db.yaml", "services:\n  db: {image: x}\nnetworks:\n  data:\nsecrets:\n  s: {file: ./s}\n"));

    [Fact]
    public void A_finding_stands_in_the_file_that_causes_it() => Markers.CheckProject(
        ("/p/compose.yaml",
            """
            include:
              - parts/db.yaml
              - path: parts/gone.yaml
            #         ^^^^^^^^^^^^^^^ missing-file The included file 'parts/gone.yaml' does not exist. Looked for '/p/parts/gone.yaml'.
            services:
              web: {image: x}
            """),
        ("/p/compose.override.yaml",
            """
            services:
              web:
                imag: y
            #   ^^^^ unknown-key 'image'
            """),
        ("/p/parts/db.yaml",
            """
            services:
              db:
                image: x
                env_file: [db.env, there.env]
            #              ^^^^^^ missing-file Looked for '/p/parts/db.env'
            """),
        ("/p/parts/there.env", "A=1\n"));

    [Fact]
    public void Files_that_are_needed_must_be_there() => Markers.CheckProject(
        ("/p/compose.yaml",
            """
            services:
              web:
                image: x
                env_file:
                  - path: "gone.env"
            #              ^^^^^^^^ missing-file
                  - path: optional.env
                    required: false
                label_file: parts
            #               ^^^^^ missing-file 'parts' is a folder
              api:
                extends: {file: none.yaml, service: base}
            #                   ^^^^^^^^^ missing-file The extended file 'none.yaml' does not exist
              off:
                image: x
                profiles: [off]
                env_file: gone.env
            """),
        ("/p/parts/a.txt", ""));

    [Fact]
    public void Nothing_is_said_of_files_nobody_has_looked_at()
    {
        const string text = "include: [other.yaml]\nservices:\n  web: {image: \"x:${TAG}\", env_file: web.env, networks: [maybe]}\n";
        Assert.Empty(Markers.Find(Workspace.Empty.WithFile(Markers.Path, SourceText.From(text)), Markers.Path));
    }

    [Fact]
    public void Services_that_wait_for_each_other() => Markers.Check(
        """
        services:
          a:
            image: x
            depends_on:
              b: {condition: service_started}
        #     ^ dependency-cycle These services wait for each other: a → b → c → a. 'd' is caught in it too.
          b: {image: x, volumes_from: ["c:ro"]}
        #                              ^^^^^^ deprecated-volumes-from
          c: {image: x, network_mode: "service:a", depends_on: [d]}
          d: {image: x, depends_on: [c]}
          self: {image: x, pid: "service:self"}
        #                                ^^^^ dependency-cycle Service 'self' waits for itself
          off: {image: x, profiles: [p], depends_on: [off]}
        """);

    [Fact]
    public void Services_that_wait_for_each_other_across_files() => Markers.CheckProject(
        ("/p/compose.yaml", "services:\n  a:\n    image: x\n    depends_on: [b]\n#                ^ dependency-cycle a → b → a\n  b: {image: x}\n"),
        ("/p/compose.override.yaml", "services:\n  b: {depends_on: [a]}\n"));

    [Fact]
    public void Services_that_extend_each_other() => Markers.CheckProject(
        ("/p/compose.yaml",
            """
            services:
              a:
                image: x
                extends: {file: base.yaml, service: b}
            #                                       ^ extends-cycle a → b → a
              self: {image: x, extends: self}
            #                           ^^^^ extends-cycle Service 'self' extends itself
            """),
        ("/p/base.yaml",
            """
            services:
              b:
                image: x
                extends:
                  file: compose.yaml
                  service: "a"
            #               ^ extends-cycle b → a → b
            """));

    [Fact]
    public void Files_that_include_each_other() => Markers.CheckProject(
        ("/p/compose.yaml", "include: [parts/db.yaml]\n#         ^^^^^^^^^^^^^ include-cycle db.yaml → compose.yaml → db.yaml\nservices: {a: {image: x}}\n"),
        ("/p/parts/db.yaml", "include:\n  - path: ../compose.yaml\n#         ^^^^^^^^^^^^^^^ include-cycle compose.yaml → db.yaml → compose.yaml\nservices: {b: {image: x}}\n"));

    [Fact]
    public void A_dollar_and_a_brace_begin_a_variable() => Markers.CheckProject(
        ("/p/compose.yaml",
            """
            services:
              web:
                image: "x:${SET%x}"
            #             ^^^^^^^^ invalid-interpolation
                command: sh -c "echo $(date) $$SHELL $? $${SET%x}"
                labels: {a: "${SET", b: '${SET}'}
            #                ^^^^^ invalid-interpolation
            x-own: ${ SET }
            #      ^^^^^^^^ invalid-interpolation
            """),
        ("/p/.env", "SET=1\n"));

    [Fact]
    public void Variables_that_are_set_nowhere() => Markers.CheckProject(
        ("/p/compose.yaml",
            """
            services:
              web:
                image: $REPO/x:${TAG}
            #           ^^^^ unset-variable Variable 'REPO' is not set
            #                    ^^^ unset-variable Variable 'TAG' is not set
                hostname: ${HOST:-${OTHER}}
            #                       ^^^^^ unset-variable 'OTHER'
                user: ${SET}${EMPTY}${NO-}${NO:+x}
                labels:
                  a: "${NEEDED:?say why}"
            #           ^^^^^^ unset-variable Variable 'NEEDED' must be set: say why.
            """),
        ("/p/.env", "SET=1\nEMPTY=\n"));

    [Fact]
    public void A_required_variable_is_an_error_unless_a_setting_says_otherwise()
    {
        const string path = "/p/compose.yaml";
        const string text = "services:\n  web: {image: \"${REPO}/${TAG:?}\"}\n";

        Assert.Equal([Severity.Warning, Severity.Error], Severities(AnalysisSettings.Default));
        Assert.Equal([Severity.Hint, Severity.Hint], Severities(AnalysisSettings.Default with { Rules = new Dictionary<string, Severity?> { ["unset-variable"] = Severity.Hint } }));
        Assert.Empty(Severities(AnalysisSettings.Default with { Rules = new Dictionary<string, Severity?> { ["unset-variable"] = null } }));

        IEnumerable<Severity> Severities(AnalysisSettings settings) =>
            Markers.FindInProject(settings, path, (path, text)).Where(finding => finding.Rule.Id == "unset-variable").Select(finding => finding.Severity);
    }

    [Fact]
    public void A_file_that_is_not_there_is_warned_of_where_the_project_may_run_elsewhere()
    {
        const string path = "/p/compose.yaml";
        var findings = Markers.FindInProject(AnalysisSettings.Default, path, (path, "services:\n  web: {image: x, env_file: [gone.env, folder]}\n"), ("/p/folder/x", ""));

        Assert.Equal([Severity.Warning, Severity.Error], findings.Select(finding => finding.Severity));
    }

    [Fact]
    public void A_service_needs_something_to_run() => Markers.Check(
        """
        services:
          web: {ports: ["80:80"]}
        # ^^^ missing-image Service 'web' has neither 'image' nor 'build'
          built: {build: .}
          provided: {provider: {type: cloud}}
          extended: {extends: built}
          "off":
            profiles: [p]
        """);

    [Fact]
    public void Attributes_that_exclude_each_other() => Markers.Check(
        """
        services:
          web:
            image: x
            network_mode: host
        #   ^^^^^^^^^^^^ conflicting-attributes both 'network_mode' and 'networks'
            networks: [app]
            container_name: web
        #   ^^^^^^^^^^^^^^ conflicting-attributes runs 2 containers
            scale: 2
            mem_limit: 1g
        #              ^^ conflicting-attributes 'mem_limit' and 'deploy.resources.limits.memory'
            deploy: {resources: {limits: {memory: 512m}}}
          built:
            platform: linux/arm64
        #             ^^^^^^^^^^^ conflicting-attributes not among its 'build.platforms'
            build: {context: ., dockerfile: D, dockerfile_inline: FROM x, platforms: [linux/amd64]}
        #                                      ^^^^^^^^^^^^^^^^^ conflicting-attributes both 'dockerfile' and 'dockerfile_inline'
        networks: {app: }
        volumes:
          data:
            external: true
            driver: local
        #   ^^^^^^ conflicting-attributes Volume 'data' is external
        configs:
          c: {file: ./c, content: c}
        #                ^^^^^^^ conflicting-attributes both 'file' and 'content'
        """);

    [Fact]
    public void A_service_that_always_runs_cannot_need_one_of_a_profile() => Markers.Check(
        """
        services:
          web:
            image: x
            depends_on: [debug]
        #                ^^^^^ inactive-dependency Service 'web' needs 'debug', which only runs with profile 'dev', 'test'.
          api:
            image: x
            depends_on:
              debug: {condition: service_started, required: false}
          off: {image: x, profiles: [dev], depends_on: [debug]}
          debug: {image: x, profiles: [dev, test]}
        """);

    [Fact]
    public void Two_mounts_at_one_place() => Markers.Check(
        """
        services:
          web:
            image: x
            tmpfs: "/tmp:size=1m"
            volumes:
              - ./a:/tmp/
        #           ^^^^^ duplicate-mount mounts something at '/tmp' twice
              - {type: bind, source: ./b, target: /b}
              - {type: bind, source: ./c, target: /c/../b}
        #                                         ^^^^^^^ duplicate-mount '/b' twice
        """);

    [Fact]
    public void Two_containers_of_one_name() => Markers.CheckProject(
        ("/p/compose.yaml",
            """
            services:
              web: {image: x, container_name: app}
              off: {image: x, container_name: app, profiles: [p]}
            """),
        ("/p/compose.override.yaml",
            """
            services:
              worker:
                image: x
                container_name: "app"
            #                    ^^^ duplicate-container-name Container name 'app' of service 'worker' is taken by service 'web'
            """));

    [Fact]
    public void Keys_nobody_knows() => Markers.Check(
        """
        services:
          web:
            image: x
            prots: ["80:80"]
        #   ^^^^^ unknown-key Did you mean 'ports'?
            build: {context: ., argz: {}}
        #                       ^^^^ unknown-key 'args'
            x-mine: 1
        """);

    [Fact]
    public void Windows_line_breaks_move_no_finding()
    {
        const string text = "services:\n  a:\n    networks: [n]\n    volumes:\n      - v1:/v\n  b: {image: \"x:${T}\", depends_on: [b], prots: []}\n";

        Assert.Equal(["2:a", "3:n", "5:v1", "6:T", "6:b", "6:prots"], Places(text));
        Assert.Equal(Places(text), Places(text.Replace("\n", "\r\n", StringComparison.Ordinal)));

        static IEnumerable<string> Places(string text) =>
            Markers.FindInProject(AnalysisSettings.Default, "/p/compose.yaml", ("/p/compose.yaml", text)).Select(finding => $"{text[..finding.Span.Start].Count(c => c == '\n') + 1}:{text[finding.Span.Start..finding.Span.End]}");
    }
}
