using System.Numerics;
using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;

namespace Artemis.ReferenceServer.Tests.Replication;

/// <summary>A world without rules: things appear, change, leap across zones, hide and vanish as chance has it.</summary>
internal sealed class RandomWorld
{
    private const int MostThings = 60;
    private static readonly int[] Reaches = [4_000, 9_000, 25_000, 60_000];
    private static readonly ObjectType[] Types =
    [
        ObjectType.PlayerShip, ObjectType.NpcShip, ObjectType.Base, ObjectType.Torpedo, ObjectType.Mine, ObjectType.Nebula,
        ObjectType.Asteroid, ObjectType.BlackHole, ObjectType.Anomaly,
    ];

    private readonly System.Random _random;
    private readonly List<Thing> _things = [];
    private readonly HashSet<uint> _hidden = [];
    private uint _nextId = 1;

    public RandomWorld(System.Random random)
    {
        _random = random;
        for (var ship = 0; ship < 2; ship++)
            Spawn(ObjectType.PlayerShip);
        for (var i = 0; i < 25; i++)
            Spawn(RandomType());
        Update();
    }

    public ReplicatedWorld Objects { get; } = new();

    public uint Tick { get; private set; }

    /// <summary>Every id that was ever given.</summary>
    public IEnumerable<uint> Ids => Enumerable.Range(1, (int)_nextId - 1).Select(id => (uint)id);

    /// <summary>How a ship sees the world; a ship that is gone looks from where it was.</summary>
    public Viewpoint ViewOf(int ship) => new(_things[ship].At, _things[ship].Id, id => !_hidden.Contains(id));

    public void Step()
    {
        Tick++;
        if (_things.Count < MostThings && _random.Next(3) == 0)
            Spawn(RandomType());
        for (var i = _things.Count - 1; i >= 0; i--)
        {
            var thing = _things[i];
            if (i >= 2 && _random.Next(60) == 0)
            {
                _things.RemoveAt(i);
                continue;
            }

            thing.IsGone = i < 2 && (thing.IsGone ? _random.Next(20) != 0 : _random.Next(300) == 0);
            thing.At = _random.Next(40) == 0 ? Anywhere() : thing.At + new Vector3(_random.Next(-300, 300), 0, _random.Next(-300, 300));
            if (_random.Next(30) == 0 && !_hidden.Remove(thing.Id))
                _hidden.Add(thing.Id);
        }

        Update();
    }

    private void Update()
    {
        foreach (var thing in _things)
        {
            if (thing.IsGone || (!UpdatePhase.IsSending(Tick) && !IsUpdatedOnOddTicks(thing.Kinds[0].Type)))
                continue;
            var change = _random.Next(2) == 0 ? _random : null;
            foreach (var kind in thing.Kinds)
                kind.Touch(Objects, thing.Id, Tick, thing.At, change);
        }

        foreach (var kind in ReplicatedKind.All)
        {
            if (UpdatePhase.IsSending(Tick) || IsUpdatedOnOddTicks(kind.Type))
                kind.Sweep(Objects, Tick);
        }
    }

    private static bool IsUpdatedOnOddTicks(ObjectType type) => type is ObjectType.PlayerShip or ObjectType.ShipMotion
        or ObjectType.ShipSystems or ObjectType.ShipTubes or ObjectType.Torpedo;

    private void Spawn(ObjectType type)
    {
        // What belongs to a crew's ship has its id.
        var kinds = ReplicatedKind.All
            .Where(kind => type == ObjectType.PlayerShip ? IsUpdatedOnOddTicks(kind.Type) && kind.Type != ObjectType.Torpedo : kind.Type == type)
            .ToArray();
        _things.Add(new Thing(_nextId++, kinds) { At = Anywhere() });
    }

    private ObjectType RandomType() => Types[_random.Next(Types.Length)];

    // Half of everything in a spot, so that all zones are peopled.
    private Vector3 Anywhere()
    {
        var reach = Reaches[_random.Next(Reaches.Length)];
        return new Vector3(_random.Next(-reach, reach), _random.Next(-2000, 2000), _random.Next(-reach, reach));
    }

    private sealed class Thing(uint id, ReplicatedKind[] kinds)
    {
        public uint Id { get; } = id;

        public ReplicatedKind[] Kinds { get; } = kinds;

        public Vector3 At { get; set; }

        public bool IsGone { get; set; }
    }
}
