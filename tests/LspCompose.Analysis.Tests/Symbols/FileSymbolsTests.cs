using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Symbols;

/// <summary>Names are marked <c>&lt;[name]&gt;</c>; what they stand for follows in the order of the text.</summary>
public class FileSymbolsTests
{
    [Theory]
    [InlineData("services: {<[web]>: {image: x}}", "+Service")]
    [InlineData("services: {<[web]>: {depends_on: [<[db]>, '<[q]>']}}", "+Service -Service -Service")]
    [InlineData("services: {<[web]>: {depends_on: {<[db]>: {condition: service_started}}}}", "+Service -Service")]
    [InlineData("services: {<[web]>: {links: ['<[db]>:<[mysql]>', \"<[q]>\"]}}", "+Service -Service +Alias -Service")]
    [InlineData("services: {<[web]>: {volumes_from: [<[data]>:ro, container:<[old]>:rw]}}", "+Service -Service -Container")]
    [InlineData("services: {<[web]>: {network_mode: 'service:<[vpn]>', pid: service:<[a]>, ipc: service:<[b]>, uts: service:<[c]>}}", "+Service -Service -Service -Service -Service")]
    [InlineData("services: {<[web]>: {network_mode: container:<[vpn]>, container_name: <[w]>}}", "+Service -Container +Container")]
    [InlineData("services: {<[web]>: {extends: <[base]>}}", "+Service -Service")]
    [InlineData("services: {<[web]>: {extends: {service: <[base]>, file: common.yaml}}}", "+Service -Service")]
    [InlineData("services: {<[web]>: {build: {context: ., additional_contexts: {base: service:<[base]>}}}}", "+Service -Service")]
    [InlineData("services: {<[web]>: {build: {context: ., additional_contexts: ['base=service:<[x]>']}}}", "+Service -Service")]
    [InlineData("services: {<[web]>: {networks: [<[front]>]}}\nnetworks: {<[front]>: }", "+Service -Network +Network")]
    [InlineData("services: {<[web]>: {networks: {<[front]>: {aliases: [<[www]>]}}}}", "+Service -Network +Alias")]
    [InlineData("services: {<[web]>: {volumes: ['<[data]>:/x:ro', './data:/y', /z, {type: volume, source: <[logs]>, target: /l}, {type: bind, source: here, target: /h}]}}", "+Service -Volume -Volume")]
    [InlineData("services: {<[web]>: {secrets: [<[key]>, {source: <[key]>}], configs: [<[nginx]>]}}\nsecrets: {<[key]>: {environment: <[KEY]>}}\nconfigs: {<[nginx]>: {file: f}}", "+Service -Secret -Secret -Config +Secret -Variable +Config")]
    [InlineData("services: {<[web]>: {models: [<[llm]>]}}\nmodels: {<[llm]>: {model: x}}", "+Service -Model +Model")]
    [InlineData("services: {<[web]>: {profiles: [<[dev]>, \"<[test]>\"]}}", "+Service +Profile +Profile")]
    [InlineData("x-a: &<[a]> {image: x}\nservices: {<[web]>: {<<: *<[a]>}}", "+Anchor +Service -Anchor")]
    [InlineData("services: {<[web]>: {image: \"x:${<[TAG]>:-${<[OTHER]>:-1}}\", command: echo $<[NAME]> $$PATH}}", "+Service -Variable -Variable -Variable")]
    [InlineData("services: {<[web]>: {environment: [<[TOKEN]>, A=1], build: {args: {<[VERSION]>: }}}}", "+Service -Variable -Variable")]
    [InlineData("services: {<[web]>: {environment: {DATABASE_URL: 'postgres://u:p@<[db]>:5432/x', DB_HOST: <[db]>, DB_NAME: db}}}", "+Service -Host -Host")]
    [InlineData("services: {<[web]>: {environment: [\"DB_HOST=<[db]>\", 'URL=http://${<[U]>}@<[api]>:8080']}}", "+Service -Host -Variable -Host")]
    [InlineData("services: {<[web]>: {environment: {DB_HOST: '${<[H]>:-<[db]>}'}}}", "+Service -Variable -Host")]
    [InlineData("services: {<[web]>: {command: wait-for <[db]>:5432, healthcheck: {test: [CMD, curl, 'http://<[api]>:80/']}, entrypoint: [psql, -h, <[db]>]}}", "+Service -Host -Host -Host")]
    [InlineData("<[web]>:\n  image: x\n  links: [<[db]>:<[d]>]\n  net: container:<[db]>\n  volumes_from: [<[db]>]\n<[db]>:\n  image: y\n", "+Service -Service +Alias -Service -Service +Service")]
    [InlineData("services:\n  <[web]>:\n    command: |\n      curl http://<[api]>:80\n      echo ${<[X]>}\n", "+Service -Host -Variable")]
    [InlineData("# é 🐳\r\nservices: # é\r\n  <[web]>:\r\n    depends_on:\r\n      - \"<[db]>\"\r\n      - \r\n  <[db]>:\r\n    image: [\r\n", "+Service -Service +Service")]
    [InlineData("services:\n  <[web]>:\n    dep\n    depends_on: [<[db]>\n  <[db]>:\n    image: x\n", "+Service -Service +Service")]
    public void A_file_names(string marked, string expected)
    {
        var (text, spans) = Markers.Ranges(marked);
        var symbols = Workspace.Empty.WithFile("compose.yaml", SourceText.From(text)).FindComposeFile("compose.yaml")?.Symbols.All ?? [];

        Assert.Equal(spans.Select(span => $"{span} {text[span.Start..span.End]}"), symbols.Select(symbol => $"{symbol.Span} {symbol.Name}"));
        Assert.Equal(expected, string.Join(' ', symbols.Select(symbol => $"{(symbol.Role == SymbolRole.Definition ? "+" : "-")}{symbol.Kind}")));
    }
}
