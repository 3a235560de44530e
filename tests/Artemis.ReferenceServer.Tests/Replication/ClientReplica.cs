using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Tests.Replication;

/// <summary>What a client knows, kept in wire units so that it can be compared to the last bit.</summary>
internal sealed class ClientReplica
{
    private readonly Dictionary<ObjectType, ITable> _tables = new()
    {
        [ObjectType.PlayerShip] = new Table<PlayerShip.Quantized>(
            (ref ObjectUpdateReader reader, ref PlayerShip.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            PlayerShip.Quantized.Encode),
        [ObjectType.ShipMotion] = new Table<ShipMotion.Quantized>(
            (ref ObjectUpdateReader reader, ref ShipMotion.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            ShipMotion.Quantized.Encode),
        [ObjectType.ShipSystems] = new Table<ShipSystems.Quantized>(
            (ref ObjectUpdateReader reader, ref ShipSystems.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            ShipSystems.Quantized.Encode),
        [ObjectType.ShipTubes] = new Table<ShipTubes.Quantized>(
            (ref ObjectUpdateReader reader, ref ShipTubes.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            ShipTubes.Quantized.Encode),
        [ObjectType.NpcShip] = new Table<NpcShip.Quantized>(
            (ref ObjectUpdateReader reader, ref NpcShip.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            NpcShip.Quantized.Encode),
        [ObjectType.Base] = new Table<Base.Quantized>(
            (ref ObjectUpdateReader reader, ref Base.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            Base.Quantized.Encode),
        [ObjectType.Torpedo] = new Table<Torpedo.Quantized>(
            (ref ObjectUpdateReader reader, ref Torpedo.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            Torpedo.Quantized.Encode),
        [ObjectType.Mine] = new Table<Mine.Quantized>(
            (ref ObjectUpdateReader reader, ref Mine.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            Mine.Quantized.Encode),
        [ObjectType.Nebula] = new Table<Nebula.Quantized>(
            (ref ObjectUpdateReader reader, ref Nebula.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            Nebula.Quantized.Encode),
        [ObjectType.Asteroid] = new Table<Asteroid.Quantized>(
            (ref ObjectUpdateReader reader, ref Asteroid.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            Asteroid.Quantized.Encode),
        [ObjectType.BlackHole] = new Table<BlackHole.Quantized>(
            (ref ObjectUpdateReader reader, ref BlackHole.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            BlackHole.Quantized.Encode),
        [ObjectType.Anomaly] = new Table<Anomaly.Quantized>(
            (ref ObjectUpdateReader reader, ref Anomaly.Quantized value, out uint mask) => reader.Decode(ref value, out mask),
            Anomaly.Quantized.Encode),
    };

    private delegate DecodeStatus DecodeInto<T>(ref ObjectUpdateReader reader, ref T value, out uint mask);

    private delegate int EncodeFrom<T>(Span<byte> destination, in T value, uint mask);

    private interface ITable
    {
        DecodeStatus Read(ref ObjectUpdateReader reader, uint id);

        bool Remove(uint id);

        void Clear();

        IEnumerable<(uint Id, string State)> Describe();
    }

    /// <summary>The head of the last update.</summary>
    public ObjectUpdate Head { get; private set; }

    /// <summary>Updates that were taken over.</summary>
    public int Count { get; private set; }

    /// <summary>How many objects of a type are known.</summary>
    public int CountOf(ObjectType type) => _tables[type].Describe().Count();

    /// <summary>Takes an update over. An update that takes away what is not there is an error.</summary>
    public void Apply(ReadOnlySpan<byte> body)
    {
        var reader = new ObjectUpdateReader(body);
        Assert.Equal(DecodeStatus.Ok, reader.Status);
        Head = reader.Head;
        Count++;
        if ((Head.Flags & UpdateFlags.Snapshot) != 0)
        {
            foreach (var table in _tables.Values)
                table.Clear();
        }

        while (reader.NextObject(out var type, out var id))
            Assert.Equal(DecodeStatus.Ok, _tables[type].Read(ref reader, id));
        while (reader.NextRemoved(out var removal))
        {
            var removed = false;
            foreach (var table in _tables.Values)
                removed |= table.Remove(removal.Id);
            Assert.True(removed);
        }

        Assert.Equal(DecodeStatus.Ok, reader.Finish());
    }

    /// <summary>A crew's ship in natural units.</summary>
    public PlayerShip ShipOf(uint id)
    {
        ((Table<PlayerShip.Quantized>)_tables[ObjectType.PlayerShip])[id].Dequantize(out var ship);
        return ship;
    }

    /// <summary>Everything that is known: one line an object.</summary>
    public IReadOnlyList<string> Describe() =>
    [
        .. _tables.OrderBy(pair => pair.Key)
            .SelectMany(pair => pair.Value.Describe().OrderBy(item => item.Id).Select(item => $"{pair.Key} {item.Id}: {item.State}")),
    ];

    private sealed class Table<T>(DecodeInto<T> decode, EncodeFrom<T> encode) : ITable
        where T : struct
    {
        private readonly Dictionary<uint, (T Value, uint Known)> _items = [];

        public T this[uint id] => _items.GetValueOrDefault(id).Value;

        public DecodeStatus Read(ref ObjectUpdateReader reader, uint id)
        {
            var (value, known) = _items.GetValueOrDefault(id);
            var status = decode(ref reader, ref value, out var mask);
            _items[id] = (value, known | mask);
            return status;
        }

        public bool Remove(uint id) => _items.Remove(id);

        public void Clear() => _items.Clear();

        public IEnumerable<(uint Id, string State)> Describe()
        {
            var buffer = new byte[512];
            foreach (var (id, (value, known)) in _items)
                yield return (id, Convert.ToHexString(buffer.AsSpan(0, encode(buffer, in value, known))));
        }
    }
}
