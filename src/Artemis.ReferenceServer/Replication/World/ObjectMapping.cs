using Artemis.Simulation;

namespace Artemis.ReferenceServer.Replication.World;

/// <summary>Puts the simulation's state into the protocol's objects. Numbers of enums are the same in both.</summary>
internal static class ObjectMapping
{
    /// <summary>What never changes of a crew's ship.</summary>
    public static void Begin(in PlayerShipState ship, ref PlayerShip to)
    {
        to.ShipIndex = (byte)ship.Index;
        to.ShipClass = (Protocol.ShipClass)ship.Class;
        to.Name = ship.Name;
    }

    /// <summary>What changes of a crew's ship.</summary>
    public static void Map(in PlayerShipState ship, ref PlayerShip to)
    {
        to.TargetId = ship.TargetId;
        to.Impulse = (float)ship.Helm.Impulse;
        to.Heading = (float)ship.Motion.Heading;
        to.Velocity = (float)ship.Motion.Velocity;
        to.PosX = (float)ship.Motion.PosX;
        to.PosY = (float)ship.Motion.PosY;
        to.PosZ = (float)ship.Motion.PosZ;
        to.ShieldsFore = (float)ship.ShieldsFore;
        to.ShieldsAft = (float)ship.ShieldsAft;
        to.ShieldsActive = ship.ShieldsUp;
        to.Energy = (float)ship.Energy;
        to.WarpFactor = (byte)ship.Helm.WarpFactor;
        to.Reverse = ship.Helm.Reverse;
        to.Docked = ship.DockedAt != 0;
        to.RedAlert = ship.RedAlert;
        to.MainScreenView = (Protocol.MainScreenView)ship.View;
        to.AutoBeams = ship.AutoBeams;
        to.BeamFrequency = (Protocol.BeamFrequency)ship.Frequency;
    }

    /// <summary>What the motion step needs besides.</summary>
    public static void Map(in PlayerShipState ship, ref ShipMotion to)
    {
        to.Steering = (Protocol.SteeringMode)ship.Helm.Steering;
        to.Rudder = (float)ship.Helm.Rudder;
        to.Course = (float)ship.Helm.Course;
        to.Climb = (float)ship.Helm.Climb;
        to.TurnRate = (float)ship.Motion.TurnRate;
        to.ClimbVelocity = (float)ship.Motion.ClimbVelocity;
        to.Warp = (float)ship.Motion.Warp;
        to.TopSpeed = (float)ship.Helm.TopSpeed;
        to.TopTurnRate = (float)ship.Helm.TopTurnRate;
        to.WarpEffect = (float)ship.Helm.WarpEffect;
        to.WarpCeiling = (byte)ship.Helm.WarpCeiling;
        to.DriftX = (float)ship.Helm.DriftX;
        to.DriftZ = (float)ship.Helm.DriftZ;
    }

    /// <summary>A ship's systems and damage-control teams.</summary>
    public static void Map(in PlayerShipState ship, ref ShipSystems to)
    {
        Map(in ship.Systems[(int)Simulation.ShipSystem.Beams], ref to.Beams);
        Map(in ship.Systems[(int)Simulation.ShipSystem.Torpedoes], ref to.Torpedoes);
        Map(in ship.Systems[(int)Simulation.ShipSystem.Sensors], ref to.Sensors);
        Map(in ship.Systems[(int)Simulation.ShipSystem.Maneuvering], ref to.Maneuvering);
        Map(in ship.Systems[(int)Simulation.ShipSystem.Impulse], ref to.Impulse);
        Map(in ship.Systems[(int)Simulation.ShipSystem.Warp], ref to.Warp);
        Map(in ship.Systems[(int)Simulation.ShipSystem.ForeShields], ref to.ForeShields);
        Map(in ship.Systems[(int)Simulation.ShipSystem.AftShields], ref to.AftShields);
        to.Teams.Clear();
        foreach (ref readonly var team in ship.Teams)
        {
            to.Teams.Add(new DamageTeam
            {
                System = (Protocol.ShipSystem)team.System,
                Progress = (float)team.Progress,
                Autonomous = team.Autonomous,
                Idle = team.Idle,
            });
        }

        to.EnergyBalance = (float)ship.EnergyBalance;
        to.ScanId = ship.ScanId;
        to.ScanProgress = (float)ship.ScanProgress;
    }

    /// <summary>A ship's tubes and stores.</summary>
    public static void Map(in PlayerShipState ship, ref ShipTubes to)
    {
        to.Tubes.Clear();
        for (var tube = 0; tube < ship.TubeCount; tube++)
        {
            to.Tubes.Add(new Tube
            {
                State = (Protocol.TubeState)ship.Tubes[tube].Status,
                Ordnance = (Protocol.Ordnance)ship.Tubes[tube].Ordnance,
                Progress = (float)ship.Tubes[tube].Progress,
            });
        }

        to.Homing = (byte)ship.Stores[(int)Simulation.Ordnance.Homing];
        to.Nukes = (byte)ship.Stores[(int)Simulation.Ordnance.Nuke];
        to.Mines = (byte)ship.Stores[(int)Simulation.Ordnance.Mine];
        to.Emps = (byte)ship.Stores[(int)Simulation.Ordnance.Emp];
        to.Pshocks = (byte)ship.Stores[(int)Simulation.Ordnance.PShock];
    }

    /// <summary>What never changes of a computer-flown ship.</summary>
    public static void Begin(in NpcState npc, ref NpcShip to)
    {
        to.Name = npc.Name;
        to.Fleet = npc.Fleet;
    }

    /// <summary>What changes of a computer-flown ship. What science has not found out stays unsaid.</summary>
    public static void Map(in NpcState npc, ref NpcShip to)
    {
        to.PosX = (float)npc.Motion.PosX;
        to.PosY = (float)npc.Motion.PosY;
        to.PosZ = (float)npc.Motion.PosZ;
        to.Heading = (float)npc.Motion.Heading;
        to.Velocity = (float)npc.Motion.Velocity;
        to.Faction = (Protocol.Faction)npc.Faction;
        to.Surrendered = npc.Surrendered;
        to.InNebula = npc.InNebula;
        to.ScanState = (Protocol.ScanState)npc.Scan;
        to.Cloaked = npc.Cloaked;
        to.Kind = npc.Kind == Simulation.NpcKind.Drone ? Protocol.NpcKind.Drone : Protocol.NpcKind.Unknown;
        if (npc.Scan == Simulation.ScanState.None)
            return;
        to.Kind = (Protocol.NpcKind)npc.Kind;
        to.ShieldsFore = (float)npc.ShieldsFore;
        to.ShieldsAft = (float)npc.ShieldsAft;
        to.Hull = npc.HullFull > 0 ? (float)(npc.Hull / npc.HullFull) : 0;
        if (npc.Scan != Simulation.ScanState.Twice)
            return;
        to.WeakFrequency = Known(npc.WeakFrequency);
        to.StrongFrequency = Known(npc.StrongFrequency);
        to.Systems.Beams = (float)npc.Systems[(int)Simulation.ShipSystem.Beams];
        to.Systems.Torpedoes = (float)npc.Systems[(int)Simulation.ShipSystem.Torpedoes];
        to.Systems.Sensors = (float)npc.Systems[(int)Simulation.ShipSystem.Sensors];
        to.Systems.Maneuvering = (float)npc.Systems[(int)Simulation.ShipSystem.Maneuvering];
        to.Systems.Impulse = (float)npc.Systems[(int)Simulation.ShipSystem.Impulse];
        to.Systems.Warp = (float)npc.Systems[(int)Simulation.ShipSystem.Warp];
        to.Systems.ForeShields = (float)npc.Systems[(int)Simulation.ShipSystem.ForeShields];
        to.Systems.AftShields = (float)npc.Systems[(int)Simulation.ShipSystem.AftShields];
    }

    /// <summary>What never changes of a base.</summary>
    public static void Begin(in BaseState station, ref Base to)
    {
        to.Name = station.Name;
        to.PosX = (float)station.X;
        to.PosY = (float)station.Y;
        to.PosZ = (float)station.Z;
        to.ShieldsFull = (float)station.ShieldsFull;
    }

    /// <summary>What changes of a base.</summary>
    public static void Map(in BaseState station, ref Base to)
    {
        to.Faction = (Protocol.Faction)station.Faction;
        to.Shields = (float)station.Shields;
        to.Building = (Protocol.Ordnance)station.Building;
        to.BuildProgress = (float)station.BuildProgress;
        to.IsBuilding = station.IsBuilding;
        for (var kind = 0; kind < StoreArray.Count; kind++)
            to.Stores[kind] = (byte)Math.Min(station.Stores[kind], byte.MaxValue);
    }

    /// <summary>Ordnance under way.</summary>
    public static void Map(in TorpedoState torpedo, ref Torpedo to)
    {
        to.Ordnance = (Protocol.Ordnance)torpedo.Ordnance;
        to.PosX = (float)torpedo.X;
        to.PosY = (float)torpedo.Y;
        to.PosZ = (float)torpedo.Z;
        to.Heading = (float)torpedo.Heading;
        to.Velocity = (float)torpedo.Velocity;
        to.OwnerId = torpedo.OwnerId;
        to.TargetId = torpedo.TargetId;
    }

    /// <summary>A mine.</summary>
    public static void Map(in MineState mine, ref Mine to)
    {
        to.PosX = (float)mine.X;
        to.PosY = (float)mine.Y;
        to.PosZ = (float)mine.Z;
        to.Armed = mine.Armed;
        to.OwnerId = mine.OwnerId;
    }

    /// <summary>A nebula.</summary>
    public static void Map(in NebulaState nebula, ref Nebula to)
    {
        to.PosX = (float)nebula.X;
        to.PosY = (float)nebula.Y;
        to.PosZ = (float)nebula.Z;
        to.Radius = (float)nebula.Radius;
        to.Tint = nebula.Tint;
    }

    /// <summary>An asteroid.</summary>
    public static void Map(in AsteroidState asteroid, ref Asteroid to)
    {
        to.PosX = (float)asteroid.X;
        to.PosY = (float)asteroid.Y;
        to.PosZ = (float)asteroid.Z;
        to.Radius = (float)asteroid.Radius;
    }

    /// <summary>A black hole.</summary>
    public static void Map(in BlackHoleState hole, ref BlackHole to)
    {
        to.PosX = (float)hole.X;
        to.PosY = (float)hole.Y;
        to.PosZ = (float)hole.Z;
        to.PullRadius = (float)hole.PullRadius;
        to.HurtRadius = (float)hole.HurtRadius;
    }

    /// <summary>An anomaly.</summary>
    public static void Map(in AnomalyState anomaly, ref Anomaly to)
    {
        to.PosX = (float)anomaly.X;
        to.PosY = (float)anomaly.Y;
        to.PosZ = (float)anomaly.Z;
        to.Energy = (float)anomaly.Energy;
    }

    private static void Map(in SystemState system, ref SystemStatus to)
    {
        to.OrderedPower = (ushort)system.OrderedPercent;
        to.Power = (float)system.Power;
        to.OrderedCoolant = (byte)system.OrderedCoolant;
        to.Coolant = (float)system.Coolant;
        to.Heat = (float)system.Heat;
        to.Health = (float)system.Health;
    }

    private static KnownFrequency Known(Simulation.BeamFrequency frequency) => (KnownFrequency)((int)frequency + 1);
}
