using System.Buffers;
using Artemis.Protocol.Runtime;
using Xunit;

namespace Artemis.Protocol.Tests.Messages;

/// <summary>Messages as whole maps: what is required, what is unknown, what is refused.</summary>
public sealed class MessageTests
{
    private static readonly Guid Player = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public void A_message_comes_back_as_it_was()
    {
        var sent = new PlayerJoined { PlayerId = Player, Name = "Zoë 🚀", Slot = 7, Ship = 1, Consoles = [Console.Helm, Console.Weapons] };

        var received = Decode(Encode(sent));

        Assert.Equal(sent, received);
        Assert.Null(received.Console);
    }

    [Fact]
    public void A_frame_says_who_sent_it_and_what_it_is()
    {
        var frame = new Auth { Name = "Zoë" }.ToFrame();

        var frames = ArtemisProtocol.ReadFrames(frame, Origin.Client);

        Assert.True(frames.MoveNext());
        Assert.Equal(Auth.PacketType, frames.Header.PacketType);
        Assert.Equal(frame.Length, frames.Header.Length);
        Assert.False(frames.MoveNext());
        Assert.Equal(DecodeStatus.Ok, frames.Status);
    }

    [Fact]
    public void A_missing_key_is_named()
    {
        // { "token": "x" }
        byte[] body = [0x81, 0xa5, .. "token"u8, 0xa1, (byte)'x'];

        Assert.Equal(DecodeStatus.MissingKey, Auth.TryDecode(body, out var message, out var error));
        Assert.Null(message);
        Assert.Equal("name", error.Field);
    }

    [Fact]
    public void Nil_is_the_same_as_a_missing_key()
    {
        byte[] body = [0x82, 0xa4, .. "name"u8, 0xa1, (byte)'z', 0xa5, .. "token"u8, 0xc0];

        Assert.Equal(DecodeStatus.Ok, Auth.TryDecode(body, out var message, out _));
        Assert.Null(message!.Token);
    }

    [Fact]
    public void Of_a_key_that_comes_twice_the_last_counts()
    {
        byte[] body = [0x82, 0xa4, .. "name"u8, 0xa1, (byte)'a', 0xa4, .. "name"u8, 0xa1, (byte)'b'];

        Assert.Equal(DecodeStatus.Ok, Auth.TryDecode(body, out var message, out _));
        Assert.Equal("b", message!.Name);
    }

    [Fact]
    public void Unknown_keys_are_counted_and_handed_on_untouched()
    {
        // { "name": "a", "mood": { "x": [1, nil] } }
        byte[] unknown = [0xa4, .. "mood"u8, 0x81, 0xa1, (byte)'x', 0x92, 1, 0xc0];
        byte[] body = [0x82, 0xa4, .. "name"u8, 0xa1, (byte)'a', .. unknown];

        Assert.Equal(DecodeStatus.Ok, Auth.TryDecode(body, out var message, out _));
        Assert.Equal(1, message!.UnknownKeyCount);
        var output = new ArrayBufferWriter<byte>();
        message.Encode(output);
        Assert.Equal(body, output.WrittenSpan.ToArray());
    }

    [Theory]
    [InlineData(new byte[] { 0x81, 0xa4, 0x6e, 0x61, 0x6d, 0x65, 0x05 }, DecodeStatus.BadMessage)]
    [InlineData(new byte[] { 0x81, 0xa4, 0x6e, 0x61, 0x6d, 0x65, 0xa0 }, DecodeStatus.BadMessage)]
    [InlineData(new byte[] { 0x81, 0xa4, 0x6e, 0x61, 0x6d, 0x65, 0xa2, 0x61 }, DecodeStatus.Truncated)]
    [InlineData(new byte[] { 0x81, 0xa4, 0x6e, 0x61, 0x6d, 0x65, 0xa1, 0x61, 0x00 }, DecodeStatus.TrailingBytes)]
    [InlineData(new byte[] { 0x91, 0x01 }, DecodeStatus.BadMessage)]
    [InlineData(new byte[] { 0x81, 0x01, 0x01 }, DecodeStatus.BadMessage)]
    [InlineData(new byte[] { 0xdf, 0xff, 0xff, 0xff, 0xff }, DecodeStatus.Truncated)]
    [InlineData(new byte[] { 0xc1 }, DecodeStatus.BadMessage)]
    [InlineData(new byte[0], DecodeStatus.Truncated)]
    public void What_is_wrong_is_said(byte[] body, DecodeStatus expected)
    {
        Assert.Equal(expected, Auth.TryDecode(body, out var message, out var error));
        Assert.Null(message);
        Assert.Equal(expected, error.Status);
    }

    [Fact]
    public void A_list_that_claims_more_than_is_there_allocates_nothing_for_it()
    {
        byte[] body = [0x81, 0xa8, .. "sessions"u8, 0xdd, 0x7f, 0xff, 0xff, 0xff];
        SessionList.TryDecode(body, out _, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var status = SessionList.TryDecode(body, out _, out _);

        Assert.Equal(DecodeStatus.Truncated, status);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, ArtemisProtocol.FrameLimit);
    }

    [Fact]
    public void Maps_that_lie_too_deep_are_refused()
    {
        byte[] body = [0x82, 0xa4, .. "name"u8, 0xa1, (byte)'a', 0xa1, (byte)'x', .. Enumerable.Repeat((byte)0x91, 32), 0x01];

        Assert.Equal(DecodeStatus.BadMessage, Auth.TryDecode(body, out _, out _));
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_between_characters()
    {
        var message = Decode(Encode(new PlayerJoined { PlayerId = Player, Name = new string('é', 40), Slot = 0, Consoles = [] }));

        Assert.Equal(new string('é', 16), message.Name);
    }

    [Fact]
    public void A_text_that_is_too_short_cannot_be_sent_and_leaves_no_half_frame()
    {
        using var frames = new FrameBuffer();

        Assert.Throws<EncodeException>(() => new Auth { Name = string.Empty }.EncodeFrame(frames));
        Assert.Equal(0, frames.WrittenCount);
    }

    private static byte[] Encode(PlayerJoined message)
    {
        var output = new ArrayBufferWriter<byte>();
        message.Encode(output);
        return output.WrittenSpan.ToArray();
    }

    private static PlayerJoined Decode(byte[] body)
    {
        Assert.Equal(DecodeStatus.Ok, PlayerJoined.TryDecode(body, out var message, out var error));
        Assert.Equal(default, error);
        return message!;
    }
}
