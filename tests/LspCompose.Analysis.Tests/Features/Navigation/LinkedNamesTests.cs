using LspCompose.Analysis.Features.Navigation;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features.Navigation;

public class LinkedNamesTests
{
    // <[linked]>; the cursor is at the end of the first one.
    [Theory]
    [InlineData("x: &<[base]> {a: b}\nservices: {web: {<<: *<[base]>}, db: {<<: [*<[base]>]}}")]
    [InlineData("x: &<[a]> 1\ny: *<[a]>\nz: &a 2\nw: *a")]
    [InlineData("x: &<[a]>\r\n  é: [\r\nservices:\r\n  web: *<[a]>\r\n")]
    public void An_anchor_is_typed_together_with_its_aliases(string marked)
    {
        var (text, spans) = Markers.Ranges(marked);
        Assert.Equal(spans, LinkedNames.At(Workspace.Empty.WithFile("f", SourceText.From(text)), "f", spans[0].End));
    }

    [Theory]
    [InlineData("x: &<|>a 1")]
    [InlineData("x: *<|>a")]
    [InlineData("services: {<|>web: {}, db: {links: [web]}}")]
    public void Other_names_are_not(string marked)
    {
        var (text, offset) = Markers.Cursor(marked);
        Assert.Empty(LinkedNames.At(Workspace.Empty.WithFile("f", SourceText.From(text)), "f", offset));
    }
}
