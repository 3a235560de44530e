using Artemis.Simulation;

namespace Artemis.ReferenceServer.Replication.Events;

/// <summary>Puts the simulation's events into the protocol's.</summary>
internal static class EventMapping
{
    /// <summary>Adds an event.</summary>
    /// <returns>False if there is no room.</returns>
    public static bool TryAdd(ref EventsWriter writer, in GameEvent happened) => happened.Kind switch
    {
        GameEventKind.Explosion => writer.TryAdd(new Explosion
        {
            PosX = (float)happened.X,
            PosY = (float)happened.Y,
            PosZ = (float)happened.Z,
            Radius = (float)happened.Amount,
            ObjectId = happened.ObjectId,
        }),
        GameEventKind.Beam => writer.TryAdd(new Beam
        {
            SourceId = happened.SourceId,
            TargetId = happened.ObjectId,
            Frequency = (Protocol.BeamFrequency)happened.Code,
            Damage = (float)happened.Amount,
        }),
        GameEventKind.TorpedoHit => writer.TryAdd(new TorpedoHit
        {
            TorpedoId = happened.SourceId,
            TargetId = happened.ObjectId,
            Ordnance = (Protocol.Ordnance)happened.Code,
            Damage = (float)happened.Amount,
        }),
        GameEventKind.SystemDamaged => writer.TryAdd(new SystemDamaged
        {
            System = (Protocol.ShipSystem)happened.Code,
            Health = (float)happened.Amount,
            ByHeat = happened.Flag,
        }),
        GameEventKind.ScanDone => writer.TryAdd(new ScanDone
        {
            ObjectId = happened.ObjectId,
            State = (Protocol.ScanState)happened.Code,
        }),
        GameEventKind.CommsMessage => writer.TryAdd(new CommsMessage
        {
            SenderId = happened.SourceId,
            Kind = (Protocol.CommsKind)happened.Code,
            Text = happened.Text,
        }),
        GameEventKind.Docking => writer.TryAdd(new Docking
        {
            BaseId = happened.ObjectId,
            State = happened.Flag ? DockingState.Docked : DockingState.Undocked,
        }),
        GameEventKind.RedAlert => writer.TryAdd(new RedAlert { On = happened.Flag }),
        GameEventKind.ShipLost => writer.TryAdd(new ShipLost
        {
            ShipId = happened.ObjectId,
            ById = happened.SourceId,
        }),
        GameEventKind.Victory => writer.TryAdd(new Victory { Text = happened.Text }),
        GameEventKind.Defeat => writer.TryAdd(new Defeat { Text = happened.Text }),
        _ => true,
    };
}
