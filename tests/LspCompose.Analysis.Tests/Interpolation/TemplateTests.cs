using LspCompose.Analysis.Interpolation;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Interpolation;

public sealed class TemplateTests
{
    private static readonly Dictionary<string, string> Environment = new(StringComparer.Ordinal)
    {
        ["TAG"] = "1.27",
        ["BLANK"] = "",
        ["PORT"] = "80",
        ["_low"] = "under",
        ["RAW"] = "${TAG}",
    };

    private static string? Lookup(string name) => Environment.GetValueOrDefault(name);

    [Theory]
    [InlineData("nginx:$TAG", "nginx:1.27")]
    [InlineData("nginx:${TAG}-alpine", "nginx:1.27-alpine")]
    [InlineData("$TAG$PORT", "1.2780")]
    [InlineData("$TAG.x", "1.27.x")]
    [InlineData("$TAG-x", "1.27-x")]
    [InlineData("$TAGS", "")]
    [InlineData("$tag", "")]
    [InlineData("$_low", "under")]
    [InlineData("$TAGü", "1.27ü")]
    [InlineData("$RAW", "${TAG}")]
    [InlineData("\\$TAG", "\\1.27")]
    public void References_become_values(string text, string value) => AssertValue(text, value);

    [Theory]
    [InlineData("${TAG:-9}", "1.27")]
    [InlineData("${BLANK:-9}", "9")]
    [InlineData("${NONE:-9}", "9")]
    [InlineData("${TAG-9}", "1.27")]
    [InlineData("${BLANK-9}", "")]
    [InlineData("${NONE-9}", "9")]
    [InlineData("${NONE:-}", "")]
    [InlineData("${NONE-}", "")]
    [InlineData("${TAG:+9}", "9")]
    [InlineData("${BLANK:+9}", "")]
    [InlineData("${NONE:+9}", "")]
    [InlineData("${TAG+9}", "9")]
    [InlineData("${BLANK+9}", "9")]
    [InlineData("${NONE+9}", "")]
    [InlineData("${TAG:?gone}", "1.27")]
    [InlineData("${TAG?gone}", "1.27")]
    [InlineData("${BLANK?gone}", "")]
    public void Operators_choose(string text, string value) => AssertValue(text, value);

    [Theory]
    [InlineData("${NONE-A:-c}", "A:-c")]
    [InlineData("${NONE:-a?b}", "a?b")]
    [InlineData("${NONE:-a:?b}", "a:?b")]
    [InlineData("${NONE:-a+b}", "a+b")]
    [InlineData("${NONE:--1}", "-1")]
    public void The_operator_after_the_name_counts(string text, string value) => AssertValue(text, value);

    [Theory]
    [InlineData("${NONE:-{x}}", "{x}")]
    [InlineData("${NONE:-{\"a\":{}}}", "{\"a\":{}}")]
    [InlineData("${NONE:-{}}", "{}")]
    [InlineData("${NONE:-{}} and }", "{}} and ")]
    [InlineData("${NONE:-x}}", "x}")]
    [InlineData("${NONE:-x}y}", "xy}")]
    [InlineData("${NONE:-x\\}y}", "x\\y}")]
    [InlineData("${NONE:-{x} z", "{x z")]
    [InlineData("${NONE:-a}/${NONE:-b}", "a/b")]
    [InlineData("${TAG:-a} ${NONE:-b} ${BLANK:-c}", "1.27 b c")]
    public void Braces_are_counted(string text, string value) => AssertValue(text, value);

    [Theory]
    [InlineData("${NONE:-${TAG}}", "1.27")]
    [InlineData("${NONE:-$TAG}", "1.27")]
    [InlineData("${NONE:-${NADA:-deep}}", "deep")]
    [InlineData("${NONE:-a${NADA:-b${NIL:-c}d}e}", "abcde")]
    [InlineData("${TAG:+v${TAG}}", "v1.27")]
    public void Defaults_are_templates(string text, string value) => AssertValue(text, value);

    [Theory]
    [InlineData("$$TAG", "$TAG")]
    [InlineData("$${TAG}", "${TAG}")]
    [InlineData("$$$TAG", "$1.27")]
    [InlineData("${NONE:-$$x}", "$x")]
    [InlineData("$", "$")]
    [InlineData("a$", "a$")]
    [InlineData("$ b", "$ b")]
    [InlineData("$1", "$1")]
    [InlineData("$(date)", "$(date)")]
    [InlineData("$?$!$-", "$?$!$-")]
    [InlineData("%TAG% {TAG}", "%TAG% {TAG}")]
    [InlineData("${NONE:-a$}", "a$")]
    public void Dollars_without_a_name_stay(string text, string value) => AssertValue(text, value);

    [Theory]
    [InlineData("a <[${]>", "")]
    [InlineData("<[${}]>", "")]
    [InlineData("x<[${ TAG}]>y", "")]
    [InlineData("<[${TAG }]>", "TAG")]
    [InlineData("<[${1TAG}]>", "")]
    [InlineData("<[${TAG!}]>", "TAG")]
    [InlineData("<[${TAG:0:1}]>", "TAG")]
    [InlineData("<[${TAG:=d}]>", "TAG")]
    [InlineData("<[${TAG.x}]>", "TAG")]
    [InlineData("<[${TÄG}]>", "T")]
    [InlineData("<[${#TAG}]>", "")]
    [InlineData("a <[${TAG]> b", "TAG")]
    [InlineData("<[${TAG:-b]> c", "TAG")]
    [InlineData("<[${NONE:-a\nb}]>", "NONE")]
    [InlineData("<[${TAG\n}]>", "TAG")]
    [InlineData("${NONE:-<[${TAG]>}", "TAG")]
    [InlineData("${NONE:?<[${TAG]> }", "TAG")]
    [InlineData("${NONE:-<[${a b}]>}", "a")]
    public void What_is_malformed_is_marked(string marked, string variable)
    {
        var (text, span) = Unmark(marked);
        var problem = Assert.Single(Template.Substitute(text, Lookup).Problems, problem => problem.Kind == TemplateProblemKind.InvalidFormat);
        Assert.Equal(span, problem.Span);
        Assert.Equal(variable, problem.Variable);
    }

    [Theory]
    [InlineData("a<[${NONE:?no tag}]>b", "NONE", "no tag")]
    [InlineData("<[${NONE?}]>", "NONE", "")]
    [InlineData("<[${BLANK:?}]>", "BLANK", "")]
    [InlineData("<[${NONE?a:-b}]>", "NONE", "a:-b")]
    [InlineData("<[${NONE:?see ${TAG}}]>", "NONE", "see 1.27")]
    [InlineData("${NADA:-<[${NONE:?inner}]>}", "NONE", "inner")]
    [InlineData("${TAG:+<[${NONE:?inner}]>}", "NONE", "inner")]
    public void What_is_required_and_missing_is_marked(string marked, string variable, string detail)
    {
        var (text, span) = Unmark(marked);
        var problem = Assert.Single(Template.Substitute(text, Lookup).Problems);
        Assert.Equal(new TemplateProblem(TemplateProblemKind.MissingRequired, span, variable, detail), problem);
    }

    [Fact]
    public void All_problems_are_found_and_the_rest_still_gets_its_value()
    {
        var result = Template.Substitute("${A:?a} ${ x} ${TAG} ${B?${C:?c}}", Lookup);
        Assert.Equal([new(0, 7), new(8, 13), new(21, 33), new(25, 32)], result.Problems.Select(problem => problem.Span));
        Assert.Equal(" ${ x} 1.27 ", result.Value);
    }

    [Theory]
    [InlineData("${TAG:-${NONE:?x}}", "1.27")]
    [InlineData("${TAG:-${ }}", "1.27")]
    [InlineData("${NONE:+${NADA:?x}}", "")]
    [InlineData("${TAG:?${NONE:?x}}", "1.27")]
    [InlineData("${TAG:-${NONE:?x}", "1.27")]
    public void Only_the_eager_mode_minds_text_that_is_not_used(string text, string value)
    {
        AssertValue(text, value);
        var eager = Template.Substitute(text, Lookup, TemplateMode.Eager);
        Assert.Single(eager.Problems);
        Assert.Equal(value, eager.Value);
    }

    [Fact]
    public void Every_reference_is_listed_with_what_became_of_it()
    {
        const string text = "$TAG ${NONE} ${NADA:-${TAG:+x}} ${NIL+y} ${NO:?z} ${PORT-${LAZY}}";
        var result = Template.Substitute(text, Lookup);
        Assert.Equal(
            [
                "$TAG TAG Set None ''",
                "${NONE} NONE Unset None ''",
                "${NADA:-${TAG:+x}} NADA Defaulted DefaultIfEmpty '${TAG:+x}'",
                "${TAG:+x} TAG Set AlternativeIfNotEmpty 'x'",
                "${NIL+y} NIL Absent AlternativeIfSet 'y'",
                "${NO:?z} NO MissingRequired RequiredNotEmpty 'z'",
                "${PORT-${LAZY}} PORT Set DefaultIfUnset '${LAZY}'",
                "${LAZY} LAZY Unevaluated None ''",
            ],
            result.Variables.Select(use => $"{Cut(text, use.ReferenceSpan)} {Cut(text, use.NameSpan)} {use.Kind} {use.Operator} '{Cut(text, use.OperandSpan)}'"));
        Assert.All(result.Variables, use => Assert.Equal(use.Name, Cut(text, use.NameSpan)));
    }

    [Fact]
    public void What_is_not_evaluated_is_not_looked_up()
    {
        var asked = new List<string>();
        string? Note(string name)
        {
            asked.Add(name);
            return "set";
        }

        Template.Substitute("${A:-${B}}", Note);
        Assert.Equal(["A"], asked);
        asked.Clear();
        Template.Substitute("${A:-${B}}", Note, TemplateMode.Eager);
        Assert.Equal(["A", "B"], asked);
    }

    [Theory]
    [InlineData("service_<[healthy]>", "service_<[healthy]>")]
    [InlineData("${C:-<[nope]>}", "<[nope]>")]
    [InlineData("a <[${TAG}]> b", "a 1<[.2]>7 b")]
    [InlineData("a <[${TAG}]> b", "a <[1.27]> b")]
    [InlineData("a<[ $TAG]> b", "a<[ 1.]>27 b")]
    [InlineData("a<[$$]>b", "a<[$]>b")]
    [InlineData("${C:-a<[b${TAG}]>c}", "a<[b1]>.27c")]
    [InlineData("${C:-a${D:-<[b}c]>}", "a<[bc]>")]
    [InlineData("x<[${BLANK}]>y", "x<[]>y")]
    [InlineData("<[${BLANK}]>", "<[]>")]
    [InlineData("<[${C:-}]>", "<[]>")]
    [InlineData("x<[y]>${BLANK}z", "x<[y]>z")]
    [InlineData("xy${BLANK}<[z]>", "xy<[z]>")]
    [InlineData("x<[]>y${TAG}", "x<[]>y1.27")]
    [InlineData("x<[]>${TAG}", "x<[]>1.27")]
    [InlineData("${TAG}<[]>", "1.27<[]>")]
    public void A_span_of_the_value_comes_from_a_span_of_the_text(string markedText, string markedValue)
    {
        var (text, source) = Unmark(markedText);
        var (value, span) = Unmark(markedValue);
        var result = Template.Substitute(text, Lookup);
        Assert.Equal(value, result.Value);
        Assert.Equal(source, result.ToSource(span));
    }

    [Fact]
    public void A_text_without_a_dollar_is_its_own_value()
    {
        const string text = "nginx {x}";
        var result = Template.Substitute(text, _ => throw new InvalidOperationException("nothing to look up"));
        Assert.Same(text, result.Value);
        Assert.Empty(result.Segments);
        Assert.Equal(new TextSpan(2, 4), result.ToSource(new TextSpan(2, 4)));
    }

    [Fact]
    public void Nesting_without_an_end_is_refused_and_no_danger()
    {
        const int levels = 10_000;
        var closed = Template.Substitute(string.Concat(Enumerable.Repeat("${A:-", levels)) + new string('}', levels), Lookup);
        Assert.Single(closed.Problems);
        var open = Template.Substitute(string.Concat(Enumerable.Repeat("${A:-", levels)), Lookup);
        Assert.Equal(levels, open.Problems.Count);
        var half = Template.Substitute(string.Concat(Enumerable.Repeat("${A:-", levels)) + new string('}', levels / 2), Lookup);
        Assert.NotEmpty(half.Problems);
    }

    [Theory]
    [InlineData("$LONG <[$LONG]>")]
    [InlineData("${NONE:-$LONG}<[${LONG}]>$TAG")]
    [InlineData("${TAG:+$LONG}<[${LONG:-x}]>")]
    [InlineData("$LONG${NONE:?<[$LONG]>}")]
    public void Values_stop_before_they_fill_the_memory(string marked)
    {
        var (text, span) = Unmark(marked);
        var longValue = new string('x', 600_000);
        var result = Template.Substitute(text, name => name == "LONG" ? longValue : Lookup(name));
        Assert.Equal(new TemplateProblem(TemplateProblemKind.TooLong, span, "LONG", ""), Assert.Single(result.Problems, problem => problem.Kind == TemplateProblemKind.TooLong));
        Assert.InRange(result.Value.Length, longValue.Length, longValue.Length + 10);
    }

    [Fact]
    public void Many_values_no_longer_than_their_references_are_all_taken()
    {
        var result = Template.Substitute(string.Concat(Enumerable.Repeat("${TAG}", 300_000)), Lookup);
        Assert.Empty(result.Problems);
        Assert.Equal(300_000 * 4, result.Value.Length);
    }

    private static void AssertValue(string text, string value)
    {
        var result = Template.Substitute(text, Lookup);
        Assert.Empty(result.Problems);
        Assert.Equal(value, result.Value);
    }

    private static (string Text, TextSpan Span) Unmark(string marked)
    {
        var start = marked.IndexOf("<[", StringComparison.Ordinal);
        var end = marked.IndexOf("]>", StringComparison.Ordinal);
        return (marked[..start] + marked[(start + 2)..end] + marked[(end + 2)..], new TextSpan(start, end - 2));
    }

    private static string Cut(string text, TextSpan span) => text[span.Start..span.End];
}
