using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Artemis.Client;

/// <summary>The objects of one type, by id. Values lie in place: an update changes them without copying.</summary>
/// <typeparam name="T">A generated object, such as <c>PlayerShip</c>.</typeparam>
public sealed class ObjectTable<T>
    where T : struct
{
    private readonly Dictionary<uint, T> objects = [];

    /// <summary>How many there are.</summary>
    public int Count => objects.Count;

    /// <summary>The ids, in no particular order.</summary>
    public IReadOnlyCollection<uint> Ids => objects.Keys;

    /// <summary>The object with an id, in place; valid until an object is added or removed.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    [SuppressMessage("Design", "CA1043", Justification = "Ids are the keys.")]
    public ref readonly T this[uint id]
    {
        get
        {
            ref T value = ref CollectionsMarshal.GetValueRefOrNullRef(objects, id);
            if (Unsafe.IsNullRef(ref value)) throw new KeyNotFoundException($"There is no {typeof(T).Name} with id {id}.");
            return ref value;
        }
    }

    /// <summary>Whether there is an object with an id.</summary>
    public bool Contains(uint id) => objects.ContainsKey(id);

    /// <summary>Copies the object with an id.</summary>
    public bool TryGet(uint id, out T value) => objects.TryGetValue(id, out value);

    /// <summary>Walks over ids and copies of the objects. Ends with an exception if the table changes meanwhile.</summary>
    public Dictionary<uint, T>.Enumerator GetEnumerator() => objects.GetEnumerator();

    internal ref T Take(uint id) => ref CollectionsMarshal.GetValueRefOrAddDefault(objects, id, out _)!;

    internal bool Remove(uint id) => objects.Remove(id);

    internal void Clear() => objects.Clear();
}
