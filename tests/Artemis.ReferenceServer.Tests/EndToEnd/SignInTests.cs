using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class SignInTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private ServerProcess Server => fixture.Server;

    [Fact]
    public async Task A_new_name_gets_a_token_once_and_comes_back_with_it()
    {
        var name = fixture.NewName("Kirk");
        var (first, registered) = await TestClient.SignInAsync(Server, name);
        await first.DisposeAsync();
        Assert.NotNull(registered.Token);

        await using var second = await TestClient.ConnectAsync(Server.Gateway);
        await second.SendAsync(new Auth { Name = name, Token = registered.Token }.EncodeFrame);
        var again = await second.ExpectAsync<AuthOk>(AuthOk.PacketType, AuthOk.TryDecode);

        Assert.Equal(registered.PlayerId, again.PlayerId);
        Assert.Null(again.Token);
        Assert.DoesNotContain(registered.Token, Server.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_free_name_is_registered_with_the_token_that_came_along_and_none_is_sent()
    {
        var name = fixture.NewName("Scotty");
        const string token = "0123456789abcdef0123456789abcdef";
        var (first, registered) = await TestClient.SignInAsync(Server, name, token);
        await first.DisposeAsync();
        Assert.Null(registered.Token);

        var (second, again) = await TestClient.SignInAsync(Server, name, token);
        await second.DisposeAsync();
        Assert.Equal(registered.PlayerId, again.PlayerId);
    }

    [Theory]
    [InlineData(null, ErrorCode.NameTaken)]
    [InlineData("00112233445566778899aabbccddeeff", ErrorCode.BadToken)]
    public async Task A_taken_name_is_refused_without_its_token(string? token, ErrorCode code)
    {
        var name = fixture.NewName("Spock");
        await using var owner = (await TestClient.SignInAsync(Server, name)).Client;

        await using var thief = await TestClient.ConnectAsync(Server.Gateway);
        await thief.SendAsync(new Auth { Name = name, Token = token }.EncodeFrame);
        var fail = await thief.ExpectAsync<AuthFail>(AuthFail.PacketType, AuthFail.TryDecode);

        Assert.Equal(code, fail.Code);
    }

    [Fact]
    public async Task Nothing_can_be_asked_for_before_signing_in()
    {
        await using var client = await TestClient.ConnectAsync(Server.Gateway);
        await client.SendAsync(new ListSessions().EncodeFrame);

        Assert.Equal(ErrorCode.NotSignedIn, (await ExpectErrorAsync(client)).Code);
    }

    [Fact]
    public async Task A_missing_key_is_named()
    {
        await using var client = await TestClient.ConnectAsync(Server.Gateway);
        // An Auth whose map is empty.
        var frame = new byte[FrameHeader.Size + 1];
        new FrameHeader(ArtemisProtocol.Magic, frame.Length, Origin.Client, Auth.PacketType).Write(frame);
        frame[^1] = 0x80;
        await client.SendBytesAsync(frame);

        var error = await ExpectErrorAsync(client);

        Assert.Equal(ErrorCode.MissingKey, error.Code);
        Assert.Contains("name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Garbage_closes_the_connection_and_harms_nobody_else()
    {
        await using var other = (await TestClient.SignInAsync(Server, fixture.NewName("McCoy"))).Client;
        await using var client = await TestClient.ConnectAsync(Server.Gateway);
        await client.SendBytesAsync(new byte[] { 1, 2, 3 });

        Assert.Equal(4000, await client.ExpectCloseAsync());
        await other.SendAsync(new ListSessions().EncodeFrame);
        await other.ExpectAsync<SessionList>(SessionList.PacketType, SessionList.TryDecode);
    }

    [Fact]
    public async Task Text_and_messages_that_are_too_long_close_the_connection()
    {
        await using var talker = await TestClient.ConnectAsync(Server.Gateway);
        await talker.SendBytesAsync("hello"u8.ToArray(), System.Net.WebSockets.WebSocketMessageType.Text);
        Assert.Equal(1003, await talker.ExpectCloseAsync());

        await using var flooder = await TestClient.ConnectAsync(Server.Gateway);
        await flooder.SendBytesAsync(new byte[70_000]);
        Assert.Equal(1009, await flooder.ExpectCloseAsync());
    }

    [Fact]
    public async Task A_version_that_we_do_not_speak_is_refused()
    {
        await using var client = await TestClient.ConnectAsync(Server.Gateway);
        await client.SendAsync(new Auth { Name = fixture.NewName("Q"), ProtocolVersion = "2.0" }.EncodeFrame);

        var fail = await client.ExpectAsync<AuthFail>(AuthFail.PacketType, AuthFail.TryDecode);
        Assert.Equal(ErrorCode.UnsupportedVersion, fail.Code);
    }

    [Fact]
    public async Task A_strangers_web_page_may_not_connect()
    {
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(
            () => TestClient.ConnectAsync(Server.Gateway, origin: "https://evil.example"));
        await using var own = await TestClient.ConnectAsync(Server.Gateway, origin: $"http://{Server.Http.Authority}");
    }

    private static Task<GatewayError> ExpectErrorAsync(TestClient client) =>
        client.ExpectAsync<GatewayError>(GatewayError.PacketType, GatewayError.TryDecode);
}
