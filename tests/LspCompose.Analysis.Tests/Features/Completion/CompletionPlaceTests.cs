namespace LspCompose.Analysis.Tests.Features.Completion;

/// <summary>What is offered first depends on where the cursor is; on a blank line its column decides.</summary>
public sealed class CompletionPlaceTests
{
    [Theory]

    // The root.
    [InlineData("<|>", "services networks volumes")]
    [InlineData("\uFEFF<|>", "services networks volumes")]
    [InlineData("ser<|>", "services")]
    [InlineData("\n<|>\n", "services networks volumes")]
    [InlineData("services:\n  web:\n    image: x\n<|>", "networks volumes")]
    [InlineData("services:\n  web:\n    image: x\n\n<|>\nvolumes:\n  data:\n", "networks secrets configs")]
    [InlineData("services:\n  web:\n    image: x\n<|>\n  db:\n    image: y\n", "networks volumes")]
    [InlineData("{<|>}", "services networks")]
    [InlineData("# about\n<|>", "services networks")]
    [InlineData("---\n<|>", "services networks")]

    // A blank line in a service, wherever it is.
    [InlineData("services:\n  web:\n    <|>", "image build ports")]
    [InlineData("services:\n  web:\n    <|>\n", "image build ports")]
    [InlineData("services:\n  web:\n    image: x\n    <|>", "build ports environment")]
    [InlineData("services:\n  web:\n    image: x\n    <|>\n    build: .\n", "ports environment volumes")]
    [InlineData("services:\n  web:\n    <|>\n    image: x\n", "build ports environment")]
    [InlineData("services:\n  web:\n    image: x\n    <|>\n  db:\n    image: y\n", "build ports environment")]
    [InlineData("services:\n  web:\n    <|>\n  db:\n    image: y\n", "image build ports")]
    [InlineData("services:\n  web:\n    image: x\n\n    <|>\n\n  db:\n    image: y\nvolumes:\n", "build ports")]
    [InlineData("services:\n    web:\n        <|>\n", "image build ports")]
    [InlineData("services:\n  web:\n    ports:\n      - 80:80\n    <|>\n", "image build environment")]
    [InlineData("services:\n  web:\n    ports:\n    - 80:80\n    <|>\n", "image build environment")]
    [InlineData("services:\n  web:\n    command: |\n      a\n    <|>\n", "image build ports")]
    [InlineData("services:\r\n  web:\r\n    image: x\r\n    <|>\r\n  db:\r\n    image: y\r\n", "build ports environment")]

    // Deeper.
    [InlineData("services:\n  web:\n    healthcheck:\n      <|>\n", "test interval timeout")]
    [InlineData("services:\n  web:\n    healthcheck:\n      test: x\n      <|>\n    image: x\n", "interval timeout retries")]
    [InlineData("services:\n  web:\n    build:\n      <|>\n", "context dockerfile target")]
    [InlineData("services:\n  web:\n    deploy:\n      resources:\n        limits:\n          <|>\n", "cpus memory pids")]
    [InlineData("services:\n  web:\n    depends_on:\n      db:\n        <|>\n  db:\n    image: y\n", "condition")]
    [InlineData("services:\n  web:\n    ports:\n      - <|>target: 80\n", "target published protocol")]
    [InlineData("services:\n  web:\n    ports:\n      - target: 80\n        <|>\n", "published protocol")]
    [InlineData("services:\n  web:\n    ports:\n      - <|>\n        target: 80\n", "published protocol")]
    [InlineData("services:\n  web:\n    ports:\n      - pub<|>\n        target: 80\n", "published")]
    [InlineData("networks:\n  back:\n    <|>\n", "driver external name")]

    // Half-typed words.
    [InlineData("services:\n  web:\n    ima<|>", "image")]
    [InlineData("services:\n  web:\n    po<|>\n    image: x\n", "ports")]
    [InlineData("services:\n  web:\n    image: x\n    po<|>\n  db:\n    image: y\n", "ports")]
    [InlineData("services:\n  web:\n    IMA<|>", "image")]
    [InlineData("services:\n  web:\n    wd<|>", "working_dir")]
    [InlineData("services:\n  web:\n    dep<|>: x", "depends_on deploy")]
    [InlineData("services:\n  web:\n    healthcheck:\n      inter<|>\n      timeout: 3s\n", "interval start_interval")]
    [InlineData("services:\n  web:\n    \"ima<|>\": x\n", "image")]
    [InlineData("services:\n  web:\n    image: x\nvol<|>\n  db:\n    image: y\n", "volumes")]

    // Values.
    [InlineData("services:\n  web:\n    restart: <|>\n", "no always on-failure unless-stopped")]
    [InlineData("services:\n  web:\n    restart:<|>\n", "no always on-failure unless-stopped")]
    [InlineData("services:\n  web:\n    restart: al<|>\n    image: x\n", "always")]
    [InlineData("services:\n  web:\n    restart: \"al<|>\"\n    image: x\n", "always")]
    [InlineData("services:\n  web:\n    restart: \"al<|>\n    image: x\n", "always")]
    [InlineData("services:\n  web:\n    restart: 'al<|>\n    image: x\n  db:\n    image: y\n", "always")]
    [InlineData("services:\n  web:\n    restart: <|>always # why\n", "no always")]
    [InlineData("services:\n  web:\n    restart: <|> # why\n", "no always")]
    [InlineData("services:\n  web:\n    restart:\n      <|>\n", "no always")]
    [InlineData("services:\n  web:\n    privileged: <|>\n", "true false")]
    [InlineData("services: {web: {restart: <|>}}\n", "no always")]
    [InlineData("services: {web: {restart:<|>}}\n", "no always")]
    [InlineData("services: {web: {restart: al<|>, image: x}}\n", "always")]
    [InlineData("services: {web: {<|>}}\n", "image build")]
    [InlineData("services: {web: {image: x, <|>}}\n", "build ports")]
    [InlineData("services: {web: {image: x,\n  <|>\n  }}\n", "build ports")]
    [InlineData("services:\n  web: {ima<|>\n  db:\n    image: y\n", "image")]
    [InlineData("services:\n  web: {restart: <|>\n  db:\n    image: y\n", "no always")]

    // Items.
    [InlineData("services:\n  web:\n    cap_add:\n      - <|>\n", "ALL AUDIT_CONTROL")]
    [InlineData("services:\n  web:\n    cap_add:\n      -<|>\n", "ALL AUDIT_CONTROL")]
    [InlineData("services:\n  web:\n    cap_add:\n      - NET_A<|>\n", "NET_ADMIN")]
    [InlineData("services:\n  web:\n    cap_add:\n    - NET_A<|>\n    image: x\n", "NET_ADMIN")]
    [InlineData("services:\n  web:\n    cap_add:\n      - ALL\n      <|>\n    image: x\n", "AUDIT_CONTROL")]
    [InlineData("services:\n  web:\n    cap_add:\n      <|>\n      - ALL\n    image: x\n", "AUDIT_CONTROL")]
    [InlineData("services:\n  web:\n    cap_add:\n      <|>\n    image: x\n", "ALL AUDIT_CONTROL")]
    [InlineData("services:\n  web:\n    cap_add: [<|>]\n", "ALL AUDIT_CONTROL")]
    [InlineData("services:\n  web:\n    cap_add: [<|>\n    image: x\n", "ALL AUDIT_CONTROL")]
    [InlineData("services:\n  web:\n    cap_add: [ALL, <|>]\n", "AUDIT_CONTROL")]
    [InlineData("services:\n  web:\n    cap_add: [ALL,<|>]\n", "AUDIT_CONTROL")]
    [InlineData("services:\n  web:\n    cap_add: [ALL,\n      <|>\n    ]\n", "AUDIT_CONTROL")]
    [InlineData("services:\n  web:\n    cap_add: [\"NET_A<|>\"]\n", "NET_ADMIN")]

    // Several documents, the first format, fragments, merged mappings.
    [InlineData("services:\n  web:\n    image: x\n---\nservices:\n  db:\n    <|>\n", "image build ports")]
    [InlineData("services:\n  web:\n    <|>\n---\nservices:\n  db:\n    image: y\n", "image build ports")]
    [InlineData("web:\n  image: x\n  <|>\ndb:\n  image: y\n", "build ports")]
    [InlineData("web:\n  image: x\n  restart: <|>\ndb:\n  image: y\n", "no always")]
    [InlineData("x-base: &base\n  restart: <|>\nservices:\n  web:\n    <<: *base\n", "no always")]
    [InlineData("x-base: &base\n  <|>\nservices:\n  web:\n    <<: *base\n", "image build ports")]
    [InlineData("x-log: &log\n  driver: <|>\nservices:\n  web:\n    logging: *log\n", "json-file local")]
    [InlineData("x-base: &base\n  image: x\nservices:\n  web:\n    <<: *base\n    <|>\n", "image build ports")]
    [InlineData("services:\n  web:\n    <<:\n      restart: <|>\n", "no always")]

    // JSON, keys in quotes, columns of zero.
    [InlineData("{\"services\": {\"web\": {\"ima<|>\"}}}", "image")]
    [InlineData("{\"services\": {\"web\": {\"image\": \"x\", \"restart\": \"<|>\"}}}", "no always")]
    [InlineData("{\n  \"services\": {\n    \"web\": {\n      <|>\n    }\n  }\n}\n", "image build")]
    [InlineData("services:\n web:\n  <|>", "image build")]
    [InlineData("services:\n  web: {image: x}\n  db:\n    <|>", "image build")]
    [InlineData("services:\n  web: &w\n    <|>\n  db: *w\n", "image build")]
    [InlineData("services:\n  web: !override\n    <|>\n", "image build")]
    [InlineData("services:\n  'web':\n    <|>\n", "image build")]
    [InlineData("services:\n  web:\n    image: x # why\n    <|>\n", "build ports")]
    [InlineData("services:\n  web:\n    image: x\n    # why\n    <|>\n", "build ports")]
    [InlineData("services:\n  web:\n    image: x\n      # why\n    <|>\n", "build ports")]
    [InlineData("services:\n  web:\n    # why\n    <|>\n", "image build")]
    [InlineData("services:\n  web:\n    environment:\n      URL: http://x:80/\n    <|>\n", "image build")]
    [InlineData("services:\n  web:\n    command: [\"a\",\n      \"b\"]\n    <|>\n", "image build")]
    [InlineData("services:\n  web:\n    command: a\n      b c\n    <|>\n", "image build")]
    [InlineData("services:\n  web:\n    command: >-\n      a\n\n    <|>\n", "image build")]
    [InlineData("services:\n  web:\n    image: x\n    resta<|>\n    ports:\n      - 80\n  db:\n    image: y\n", "restart")]
    [InlineData("services:\n  web:\n    image: x\n    restart: o<|>\n    ports:\n      - 80\n", "on-failure")]
    [InlineData("services:\n  web:\n    build:\n      context: .\n      tar<|>\n    image: x\n", "target")]
    [InlineData("services:\n  web:\n    depends_on:\n      db:\n        condition: <|>\n  db:\n    image: y\n", "service_started service_healthy")]
    [InlineData("services:\n  web:\n    depends_on: {db: {condition: <|>}}\n  db:\n    image: y\n", "service_started service_healthy")]
    [InlineData("services:\n  web:\n    ports:\n      - target: 80\n        protocol: <|>\n      - target: 81\n", "tcp udp")]
    [InlineData("services:\n  web:\n    volumes:\n      - type: <|>\n", "bind volume")]
    [InlineData("services:\n  web:\n    volumes:\n      - {type: <|>}\n", "bind volume")]
    [InlineData("services:\n  web:\n    volumes:\n      - type: bind\n        <|>\n", "target source")]
    [InlineData("services:\n  web:\n    develop:\n      watch:\n        - action: <|>\n", "rebuild sync")]
    [InlineData("include:\n  - path: a\n    <|>\n", "project_directory env_file")]
    [InlineData("volumes:\n  data:\n    external: <|>\n", "true false")]

    // Fragments nobody uses yet.
    [InlineData("x-app: &app\n  image: x\n  <|>\n", "build ports")]
    [InlineData("x-app: &app\n  image: x\n  restart: <|>\n", "no always")]

    // Tags.
    [InlineData("services:\n  web:\n    ports: !<|>\n", "reset override")]
    [InlineData("services:\n  web:\n    ports: !o<|> []\n", "override")]

    // What is broken elsewhere does not matter.
    [InlineData("services:\n  bad:\n    image: \"x\n  web:\n    restart: <|>\n", "no always")]
    [InlineData("services:\n  bad:\n    ports: [80\n  web:\n    restart: <|>\n", "no always")]
    [InlineData("services:\n  web:\n    restart: <|>\n  bad:\n    image: \"x\n", "no always")]
    [InlineData("services:\n  web:\n    <|>\n  bad:\n    ports: [80\n", "image build")]
    [InlineData("services:\n  bad: {image: \"x\n  web:\n    image: x\n    <|>\n", "build ports")]
    [InlineData("services:\n  web:\n    image: a: b\n    <|>\n", "build ports")]
    [InlineData("services:\n\tweb:\n    <|>\n", "")]
    public void It_is_known_what_belongs_at(string marked, string first)
    {
        var offers = Offers.At(marked);
        offers.AssertExact();
        Assert.True(first.Length == 0 || $"{offers.Labels} ".StartsWith(first + " ", StringComparison.Ordinal), $"Offered: {offers.Labels}");
    }

    [Theory]
    [InlineData("services: # <|>\n")]
    [InlineData("#<|>\nservices:\n")]
    [InlineData("services:\n  web:\n    command: |\n      <|>\n")]
    [InlineData("services:\n  web:\n    command: |\n      a\n      <|>\n      b\n")]
    [InlineData("services:\n  web:\n    command: >\n      res<|>\n")]
    [InlineData("services:\n  web:\n    command: |<|>\n      a\n")]
    [InlineData("services:\n  web:\n    image: x\n      <|>\n")]
    [InlineData("services:\n  web:\n    container_name: <|>\n")]
    [InlineData("services:\n  web:\n    image: x <|>\n")]
    [InlineData("services:\n  web:\n    environment:\n      A: b<|>\n")]
    [InlineData("services:\n  web:\n    image: \"x\"<|>\n")]
    [InlineData("services:\n  web:\n  <|>  image: x\n")]
    [InlineData("services:\n  web:\n    image: x\n   <|>\n    restart: always\n")]
    [InlineData("services:\n  web:\n    command: |\n      a & <|>\n")]
    [InlineData("x-any: \n  <|>\n")]
    public void Nothing_belongs_at(string marked) => Assert.Equal("", Offers.At(marked).Labels);
}
