namespace Artemis.Simulation;

/// <summary>Raises events for the ships that they concern.</summary>
internal static class Telling
{
    /// <summary>Bits of the ships that are near enough to notice something.</summary>
    public static byte Near(World world, double x, double y, double z)
    {
        double range = world.Balance.Places.EventRange;
        int ships = 0;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            if (Geometry.SquaredDistance(in world.Ships[i].Motion, x, y, z) <= range * range) ships |= 1 << i;
        }
        return (byte)ships;
    }

    public static void Explosion(World world, double x, double y, double z, double radius, uint destroyed) =>
        world.Events.Add(new GameEvent
        {
            Kind = GameEventKind.Explosion,
            Ships = Near(world, x, y, z),
            ObjectId = destroyed,
            Amount = radius,
            X = x,
            Y = y,
            Z = z,
            Text = "",
        });

    public static void Beam(World world, uint source, in Located target, uint targetId, BeamFrequency frequency, double damage) =>
        world.Events.Add(new GameEvent
        {
            Kind = GameEventKind.Beam,
            Ships = Near(world, target.X, target.Y, target.Z),
            SourceId = source,
            ObjectId = targetId,
            Code = (byte)frequency,
            Amount = damage,
            Text = "",
        });

    /// <summary>Sends a message that arrives at once.</summary>
    public static void Message(World world, byte ships, uint sender, CommsKind kind, string text)
    {
        world.TextsComposed++;
        world.Events.Add(new GameEvent
        {
            Kind = GameEventKind.CommsMessage,
            Ships = ships,
            SourceId = sender,
            Code = (byte)kind,
            Text = text,
        });
    }
}
