using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>Something that happened in the game.</summary>
/// <param name="Tick">The tick in which it did.</param>
/// <param name="Value">What it is: a generated event, such as <see cref="Beam"/> or <see cref="Explosion"/>.</param>
/// <example><code>if (happened.Value is Explosion explosion) Draw(explosion.PosX, explosion.PosZ);</code></example>
public sealed record GameEvent(uint Tick, object Value);

/// <summary>Turns decoded events into <see cref="GameEvent"/>s; refusals of orders, which are not of the world, are kept apart.</summary>
internal readonly struct EventCollector(uint tick, Action<GameEvent> take, Action<CommandRefused> refuse) : IArtemisEventHandler
{
    public void On(in Explosion value) => take(new(tick, value));

    public void On(in Beam value) => take(new(tick, value));

    public void On(in TorpedoHit value) => take(new(tick, value));

    public void On(in SystemDamaged value) => take(new(tick, value));

    public void On(in ScanDone value) => take(new(tick, value));

    public void On(in CommsMessage value) => take(new(tick, value));

    public void On(in Docking value) => take(new(tick, value));

    public void On(in RedAlert value) => take(new(tick, value));

    public void On(in CommandRefused value) => refuse(value);

    public void On(in ShipLost value) => take(new(tick, value));

    public void On(in Victory value) => take(new(tick, value));

    public void On(in Defeat value) => take(new(tick, value));

    public void OnUnknown(EventType type, ReadOnlySpan<byte> body)
    {
        // Of a newer minor version; there is nothing to be done with it.
    }
}
