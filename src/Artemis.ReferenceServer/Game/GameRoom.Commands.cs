using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game;

// The binary packets of clients: commands, and the measuring of clocks.
internal sealed partial class GameRoom
{
    private void HandleCommand(PlayerConnection connection, Frame frame, TimeSpan receivedAt)
    {
        var reader = new CommandReader(frame.Body.Span);
        if (reader.Status != DecodeStatus.Ok)
        {
            connection.Close(CloseCode.Malformed, $"A command is malformed: {reader.Status}.");
            return;
        }

        var player = connection.Player!;
        var (subtype, sequence) = (reader.Head.Subtype, reader.Head.Sequence);
        if (!connection.Sequence.TryAdvance(sequence))
        {
            Refuse(connection, subtype, sequence, RefusalReason.Duplicate);
            return;
        }

        if (_running is null || player.Ship is not { } ship)
        {
            Refuse(
                connection, subtype, sequence, _running is null ? RefusalReason.NotRunning : RefusalReason.WrongConsole);
            return;
        }

        var time = connection.ClientClock.Map(
            reader.Head.ClientTime, _running.LastTickTime.TotalMilliseconds, _running.TimeOf(receivedAt).TotalMilliseconds);
        if (!_running.Commands.TryAdd(time, player.Slot, sequence, ship, subtype, reader.CommandBody))
            Refuse(connection, subtype, sequence, RefusalReason.RateLimited);
    }

    private void HandleTimeSync(PlayerConnection connection, Frame frame, TimeSpan receivedAt)
    {
        if (TimeSync.Decode(frame.Body.Span, out var sync) != DecodeStatus.Ok)
        {
            connection.Close(CloseCode.Malformed, "A time sync is malformed.");
            return;
        }

        var now = GameTime(receivedAt);
        if (sync.Echo == 0)
            SendTimeSync(connection, GameTime(_clock.Now), sync.Stamp);
        else
            connection.ClientClock.Observe(sync.Echo, sync.Stamp, now);
    }

    private void SendTimeSync(PlayerConnection connection, double stamp, double echo)
    {
        var sync = new TimeSync { Stamp = stamp, Echo = echo };
        var frame = _frames.Rent();
        frame.Length = sync.EncodeFrame(frame.Buffer, Origin.Server);
        connection.Send(frame);
        frame.Release();
    }

    private void Refuse(PlayerConnection connection, uint subtype, uint sequence, RefusalReason reason)
    {
        var refused = new CommandRefused
        {
            Subtype = subtype,
            Sequence = sequence,
            Slot = connection.Player!.Slot,
            Reason = reason,
        };
        if (_running is not null && connection.Player.Ship is { } ship)
        {
            _running.Refuse(ship, refused);
            return;
        }

        // Nothing ticks that could carry it.
        var frame = _frames.Rent();
        var writer = new EventsWriter(frame.Buffer, new Events { Tick = 0 });
        writer.TryAdd(refused);
        frame.Length = writer.Finish();
        connection.Send(frame);
        frame.Release();
    }

    private void SendWelcome(PlayerConnection connection)
    {
        var welcome = new Welcome { Text = $"Welcome to {_session!.Name}." };
        var version = new Artemis.Protocol.Version
        {
            ServerMajor = (byte)Versions.Server.Major,
            ServerMinor = (byte)Versions.Server.Minor,
            AgreedMajor = (byte)connection.Version.Major,
            AgreedMinor = (byte)connection.Version.Minor,
        };
        var frame = _frames.Rent();
        frame.Length = welcome.EncodeFrame(frame.Buffer);
        frame.Length += version.EncodeFrame(frame.Buffer[frame.Length..]);
        connection.Send(frame);
        frame.Release();
    }
}
