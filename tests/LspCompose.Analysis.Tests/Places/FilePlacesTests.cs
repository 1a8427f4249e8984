using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Places;

public class FilePlacesTests
{
    [Theory]
    [InlineData("services:\n  web:\n    ima<|>ge: x\n", "services > web > image", "Image to run")]
    [InlineData("services:\n  web:\n    build: {context: ., tar<|>get: x}\n", "services > web > build > target", "stage")]
    [InlineData("services:\n  web:\n    ports:\n      - 80:8<|>0\n", "services > web > ports > -", "")]
    [InlineData("web:\n  image<|>: x\n", "web > image", "Image to run")]
    // What a fragment may hold follows from where it is used.
    [InlineData("x-base: &base\n  ima<|>ge: x\nservices:\n  web:\n    <<: *base\n", "x-base > image", "Image to run")]
    [InlineData("x-log: &log\n  driver<|>: json-file\nx-base: &base\n  logging: *log\nservices:\n  web:\n    <<: [*base]\n", "x-log > driver", "driver")]
    // In a broken file too.
    [InlineData("services:\n  web:\n    image: \"x\n    ports: [80\n  db:\n    resta<|>rt: always\n", "services > db > restart", "")]
    public void A_place_knows_its_way_and_what_the_schema_says(string marked, string way, string description)
    {
        var (text, offset) = Markers.Cursor(marked);
        Assert.True(Workspace.Empty.WithFile("f", SourceText.From(text)).TryGetFile("f", out var file));
        var places = file.Places.At(offset);
        Assert.Equal(way, string.Join(" > ", places.Select(place => place.Name ?? "-")));
        Assert.NotNull(places[^1].Schema);
        Assert.Contains(description, places[^1].Schema?.Description, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void All_places_come_in_the_order_of_the_text()
    {
        Assert.True(Workspace.Empty.WithFile("f", SourceText.From("services:\n  web: {image: x, ports: [1, 2]}\nnetworks:\n  a:\n")).TryGetFile("f", out var file));
        Assert.Equal(["services", "web", "image", "ports", "-", "-", "networks", "a"], file.Places.All().Select(place => place.Name ?? "-"));
    }
}
