using System.Text;
using Xunit;

namespace Artemis.Simulation.Tests;

/// <summary>A game on an empty map with fully manned ships, so that nothing happens but what a test does.</summary>
internal sealed class Bridge
{
    private const string EmptyMap = """
        {
          "id": "empty", "name": "Empty", "description": "", "briefing": "",
          "start": { "x": 0, "z": 0, "spacing": 3000, "headingDegrees": 0 },
          "classes": ["lightCruiser", "lightCruiser", "lightCruiser", "lightCruiser", "lightCruiser", "lightCruiser", "lightCruiser", "lightCruiser"],
          "bases": [{ "name": "DS 1", "faction": "friendly", "x": 0, "z": -20000 }],
          "fields": [],
          "fleets": [],
          "victory": { "freightersArrived": 60, "text": "Won." },
          "defeat": { "basesLost": 1, "timeLimitSeconds": 36000, "text": "Lost." }
        }
        """;

    private readonly List<GameEvent> _heard = [];
    private bool _ordered;

    public Bridge(ShipClass shipClass = ShipClass.LightCruiser, int difficulty = 3, ulong seed = 1, int ships = 1)
    {
        var map = Scenario.Read("empty.json", Encoding.UTF8.GetBytes(EmptyMap));
        var crew = Enumerable.Range(0, ships).Select(i => new ShipSetup($"Ship {i}", shipClass, ConsoleSet.All)).ToArray();
        Game = new GameSimulation(new GameSetup(map, difficulty, seed, crew));
        Game.Step();
    }

    public GameSimulation Game { get; }

    public World World => Game.World;

    public ref PlayerShipState Ship => ref Game.World.Ships[0];

    public Balance Balance => Game.Setup.Balance;

    public ref BaseState Base => ref Game.World.Bases[0];

    /// <summary>All events so far, those of orders since the last step too.</summary>
    public IEnumerable<GameEvent> Heard => _ordered ? [.. _heard, .. Game.Events] : _heard;

    public RefusalReason? Order(OrderKind kind, uint id = 0, double value = 0, int number = 0, int other = 0, bool on = false, string? text = null)
    {
        var order = new Order { Kind = kind, ObjectId = id, Value = value, Number = number, Other = other, On = on, Text = text };
        bool done = Game.TryApply(0, ConsoleSet.All, in order, out var reason);
        _ordered = true;
        return done ? null : reason;
    }

    public void Do(OrderKind kind, uint id = 0, double value = 0, int number = 0, int other = 0, bool on = false, string? text = null) =>
        Assert.Null(Order(kind, id, value, number, other, on, text));

    public void Run(double seconds)
    {
        for (int tick = 0; tick < Math.Round(seconds * 20); tick++)
        {
            Game.Step();
            _heard.AddRange(Game.Events);
            _ordered = false;
        }
    }

    /// <summary>Steps until something is so.</summary>
    /// <returns>Seconds that it took.</returns>
    public double RunUntil(Func<bool> so, double atMost = 600)
    {
        uint begin = Game.Tick;
        while (!so())
        {
            Assert.True((Game.Tick - begin) / 20.0 < atMost, "It never happened.");
            Run(0.05);
        }
        return (Game.Tick - begin) / 20.0;
    }

    /// <summary>Puts a ship that lies still and does nothing on the map.</summary>
    public uint AddNpc(NpcKind kind, double x, double z, Faction faction = Faction.Hostile, double shields = 100, bool passive = true)
    {
        uint id = FleetSystem.Add(World, kind, faction, 1, x, z, Objective.Guard);
        ref var npc = ref Npc(id);
        npc.ShieldsFull = npc.ShieldsFore = npc.ShieldsAft = shields;
        npc.Mind.GoalX = x;
        npc.Mind.GoalZ = z;
        if (passive) npc.Mind.BoundLeft = 1e9;
        return id;
    }

    public ref NpcState Npc(uint id)
    {
        Assert.Equal(EntityKind.Npc, World.Index.Find(id, out int slot));
        return ref World.Npcs[slot];
    }

    public IEnumerable<GameEvent> Events(GameEventKind kind) => Heard.Where(e => e.Kind == kind);

    /// <summary>Begins a new list of events, as an order does, so that a test may do something to the world by itself.</summary>
    public void Prepare() => Do(OrderKind.HelmSetClimb);
}
