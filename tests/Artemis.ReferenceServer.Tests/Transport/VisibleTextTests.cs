using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Tests.Transport;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("\U0001F937\u200D\u2642\uFE0F")]
    [InlineData("We are \U0001F468\u200D\U0001F469\u200D\U0001F467, all of us.")]
    [InlineData("\U0001F3F3\uFE0F\u200D\U0001F308")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    public void Emoji_of_several_parts_and_Persian_may_be_said_but_are_no_names(string words)
    {
        Assert.True(VisibleText.TryNormalizeWords(words, 240, out var visible));
        Assert.Equal(words, visible);
        Assert.False(VisibleText.TryNormalize(words, 240, out _));
    }

    [Theory]
    [InlineData("\u200D")]
    [InlineData("\u200C\u200C")]
    [InlineData("\u200Da")]
    [InlineData("a\u200D")]
    [InlineData(" \u200C ")]
    [InlineData("a \u200Db")]
    [InlineData("a\u200D b")]
    [InlineData("a\u200C\u200Db")]
    public void A_joiner_that_joins_nothing_is_refused(string words) => Assert.False(VisibleText.TryNormalizeWords(words, 240, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u200D\u202Eb")]
    [InlineData("a\u2028b")]
    [InlineData("a\uE000b")]
    [InlineData("\uFEFF")]
    public void What_nobody_can_see_is_refused_in_words_and_in_names(string? text)
    {
        Assert.False(VisibleText.TryNormalizeWords(text, 240, out _));
        Assert.False(VisibleText.TryNormalize(text, 240, out _));
    }

    [Fact]
    public void What_is_too_long_is_refused_and_blanks_around_it_do_not_count()
    {
        Assert.True(VisibleText.TryNormalizeWords(" \u00E9\u00E9 ", 4, out var visible));
        Assert.Equal("\u00E9\u00E9", visible);
        Assert.False(VisibleText.TryNormalizeWords("\u00E9\u00E9", 3, out _));
    }
}
