using System.Globalization;
using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Answers to hails, alarms of bases, and what they build.</summary>
internal static class CommsSystem
{
    // Seconds between a base's calls for help.
    private const double AlarmSeconds = 30.0;

    public static void Run(World world)
    {
        world.Messages.Deliver(world.Tick, world.Events);
        var seconds = world.Balance.Bases.BuildSeconds;
        foreach (ref var station in world.Bases.Items)
        {
            if (!station.IsBuilding || station.Gone) continue;
            station.BuildProgress += MotionStep.TickSeconds / seconds.Of(station.Building);
            if (station.BuildProgress < 1.0 - 1e-9) continue;
            station.IsBuilding = false;
            station.BuildProgress = 0.0;
            ref int store = ref station.Stores[(int)station.Building];
            store = Math.Min(store + 1, 255);
            Telling.Message(world, world.AllShips, station.Id, CommsKind.Base, $"{station.Name}: {NameOf(station.Building)} ready.");
        }
    }

    public static void Alarm(World world, ref BaseState station)
    {
        if (station.Faction != Faction.Friendly || world.Tick < station.AlarmTick) return;
        station.AlarmTick = world.Tick + (uint)(AlarmSeconds / MotionStep.TickSeconds);
        Telling.Message(world, world.AllShips, station.Id, CommsKind.Alert, station.Name + " is under attack!");
    }

    public static void HailBase(World world, ref PlayerShipState ship, ref BaseState station, Hail hail, Ordnance ordnance)
    {
        string text;
        switch (hail)
        {
            case Hail.Status:
                text = string.Create(CultureInfo.InvariantCulture, $"{station.Name}: shields {station.Shields:0} of {station.ShieldsFull:0}. In store: "
                    + $"homing {station.Stores[0]}, nuke {station.Stores[1]}, mine {station.Stores[2]}, EMP {station.Stores[3]}, PShock {station.Stores[4]}.");
                break;
            case Hail.StandBy:
                text = station.Name + ": standing by to dock you. Come in slower than 10, shields down.";
                break;
            default:
                if (!station.IsBuilding || station.Building != ordnance)
                {
                    station.IsBuilding = true;
                    station.Building = ordnance;
                    station.BuildProgress = 0.0;
                }
                double left = world.Balance.Bases.BuildSeconds.Of(ordnance) * (1.0 - station.BuildProgress);
                text = string.Create(CultureInfo.InvariantCulture, $"{station.Name}: building {NameOf(ordnance)}, ready in {left / 60.0:0.0} minutes.");
                break;
        }
        Answer(world, in ship, station.Id, CommsKind.Base, text);
    }

    public static void HailShip(World world, in PlayerShipState ship, in PlayerShipState other) =>
        Answer(world, in ship, other.Id, CommsKind.Ship, string.Create(
            CultureInfo.InvariantCulture,
            $"{other.Name}: shields {other.ShieldsFore:0} fore and {other.ShieldsAft:0} aft, energy {other.Energy:0}."));

    public static void HailFriend(World world, ref PlayerShipState ship, ref NpcState npc, Hail hail)
    {
        string text;
        switch (hail)
        {
            case Hail.Attack:
                npc.TargetId = ship.TargetId;
                npc.Mind.BoundLeft = world.Balance.Tactics.TauntSeconds;
                npc.Mind.Mode = NpcMode.Attack;
                text = npc.Name + ": engaging your target.";
                break;
            case Hail.Retreat:
                npc.TargetId = 0;
                npc.Mind.BoundLeft = world.Balance.Tactics.TauntSeconds;
                npc.Mind.Mode = NpcMode.Travel;
                int home = Nearest.Base(world, npc.Motion.PosX, npc.Motion.PosZ, Faction.Friendly);
                if (home >= 0)
                {
                    npc.Mind.GoalX = world.Bases[home].X;
                    npc.Mind.GoalZ = world.Bases[home].Z;
                }
                text = npc.Name + ": falling back.";
                break;
            default:
                text = string.Create(CultureInfo.InvariantCulture, $"{npc.Name}: hull at {100.0 * npc.Hull / npc.HullFull:0} %, shields {npc.ShieldsFore:0} fore and {npc.ShieldsAft:0} aft.");
                break;
        }
        Answer(world, in ship, npc.Id, CommsKind.Friend, text);
    }

    public static void HailEnemy(World world, ref PlayerShipState ship, ref NpcState npc, Hail hail)
    {
        npc.Mind.HailWait = world.Balance.Comms.PatienceSeconds;
        if (hail == Hail.Taunt)
        {
            npc.TargetId = ship.Id;
            npc.Mind.BoundLeft = world.Balance.Tactics.TauntSeconds;
            npc.Mind.Mode = NpcMode.Attack;
            Answer(world, in ship, npc.Id, CommsKind.Enemy, "You will pay for that!");
            return;
        }
        if (!world.Rng.Chance(SurrenderChance(world, in npc)))
        {
            Answer(world, in ship, npc.Id, CommsKind.Enemy, "We will never surrender.");
            return;
        }
        npc.Surrendered = true;
        npc.Cloaked = false;
        npc.TargetId = 0;
        ship.Statistics.Kills++;
        Answer(world, in ship, npc.Id, CommsKind.Enemy, "Hold your fire. We surrender.");
    }

    /// <summary>How likely an enemy gives up: not at all with full shields, and the more the weaker they are.</summary>
    public static double SurrenderChance(World world, in NpcState npc)
    {
        double full = npc.ShieldsFull * 2.0;
        double strength = full <= 0.0 ? 0.0 : (npc.ShieldsFore + npc.ShieldsAft) / full;
        return world.Balance.Comms.SurrenderChance * world.Tables.Npcs[(int)npc.Kind].Surrender * (1.0 - strength);
    }

    private static void Answer(World world, in PlayerShipState ship, uint sender, CommsKind kind, string text)
    {
        world.TextsComposed++;
        uint later = world.Tick + (uint)(world.Balance.Comms.AnswerSeconds / MotionStep.TickSeconds);
        world.Messages.Add(later, new GameEvent
        {
            Kind = GameEventKind.CommsMessage,
            Ships = (byte)(1 << ship.Index),
            SourceId = sender,
            Code = (byte)kind,
            Text = text,
        });
    }

    private static string NameOf(Ordnance ordnance) => ordnance switch
    {
        Ordnance.Homing => "a homing torpedo",
        Ordnance.Nuke => "a nuke",
        Ordnance.Mine => "a mine",
        Ordnance.Emp => "an EMP",
        _ => "a PShock",
    };
}
