using LspCompose.Cli.Input;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Tests.Input;

public sealed class ComposeContentTests
{
    [Theory]
    [InlineData("services:\n  a:\n    image: a\n")]
    [InlineData("x-base: &b\n  restart: always\nservices:\n  a:\n    <<: *b\n    build: .\nvolumes:\n  data:\n")]
    [InlineData("fpm:\n  build: ./fpm\nnginx:\n  image: nginx\n  links:\n    - fpm\n")]
    public void Other_yaml_counts_when_it_says_it_is_a_compose_file(string content) => Assert.True(ComposeContent.IsCompose(SourceText.From(content)));

    [Theory]
    [InlineData("apiVersion: v1\nkind: Service\nspec:\n  image: a\n")]
    [InlineData("on: push\njobs:\n  test:\n    runs-on: x\n    services:\n      db:\n        image: postgres\n")]
    [InlineData("test:\n  image: node\n  script:\n    - npm test\n")]
    [InlineData("image: node\nservices:\n  - postgres\n")]
    [InlineData("services:\n  App\\Builder:\n    class: image\n")]
    [InlineData("steps:\n  a:\n    image: b\nservices:\n  db:\n    image: postgres\n")]
    [InlineData("site_name: image\nnav:\n  - build.md\n")]
    [InlineData("")]
    [InlineData("- image: a\n")]
    public void Other_yaml_is_left_alone(string content) => Assert.False(ComposeContent.IsCompose(SourceText.From(content)));

    [Theory]
    [InlineData("on: push\njobs:\n  a:\n    steps: []\n")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\n")]
    public void Some_yaml_is_something_else_whatever_its_name(string content) => Assert.True(ComposeContent.IsForeign(SourceText.From(content)));

    [Theory]
    [InlineData("")]
    [InlineData("services:\n  a: [\n")]
    [InlineData("volumes:\n  a:\n")]
    public void Anything_that_may_be_part_of_a_project_is_not_foreign(string content) => Assert.False(ComposeContent.IsForeign(SourceText.From(content)));
}
