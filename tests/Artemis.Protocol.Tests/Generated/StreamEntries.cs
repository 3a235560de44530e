using System.Collections.Concurrent;
using System.Globalization;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Runtime;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>Calls the overloads of generated stream writers and readers, which there is one of for each object and event.</summary>
internal static class StreamEntries
{
    private static readonly ConcurrentDictionary<(Type Stream, Type Entry), object> Calls = new();

    /// <summary>Writes an object's set fields.</summary>
    public static bool AddObject<TWriter>(ref TWriter writer, GeneratedCodec codec, ObjectEntry entry)
        where TWriter : struct, allows ref struct
    {
        var native = codec.ToNative("object", entry.Type, entry.Fields);
        var call = (IObjectWrite<TWriter>)Call(typeof(TWriter), native.GetType(), typeof(ObjectWrite<,,,>), isObject: true);
        return call.Add(ref writer, entry.Id, native, codec.Mask(entry.Type, entry.Fields));
    }

    /// <summary>Reads the object that the reader is at; its value is null if something is wrong with it.</summary>
    public static ObjectEntry ReadObject<TReader>(ref TReader reader, GeneratedCodec codec, byte typeId, uint id)
        where TReader : struct, allows ref struct
    {
        var name = codec.Protocol.Objects.First(item => item.Id == typeId).Name;
        var call = (IObjectRead<TReader>)Call(typeof(TReader), codec.TypeOf(name), typeof(ObjectRead<,,,>), isObject: true);
        var (status, native, mask) = call.Read(ref reader);
        return new ObjectEntry(name, id, status == DecodeStatus.Ok ? codec.FromObject(name, native, mask) : new FieldsValue());
    }

    /// <summary>Writes an event.</summary>
    public static bool AddEvent<TWriter>(ref TWriter writer, GeneratedCodec codec, EventEntry entry)
        where TWriter : struct, allows ref struct
    {
        var native = codec.ToNative("event", entry.Type!, entry.Fields);
        var call = (IEventWrite<TWriter>)Call(typeof(TWriter), native.GetType(), typeof(EventWrite<,>), isObject: false);
        return call.Add(ref writer, native);
    }

    private static object Call(Type stream, Type entry, Type open, bool isObject) => Calls.GetOrAdd((stream, entry), _ =>
    {
        Type[] all = [stream, entry];
        if (isObject)
            all = [.. all, entry.GetNestedType("Quantized")!, entry.GetField("AllFields")!.FieldType];
        return Activator.CreateInstance(open.MakeGenericType(all[..open.GetGenericArguments().Length]))!;
    });

    private static TDelegate Method<TDelegate>(Type owner, string name, params Type[] parameters)
        where TDelegate : Delegate =>
        (owner.GetMethod(name, parameters) ?? throw new MissingMethodException(owner.Name, name)).CreateDelegate<TDelegate>();

    private interface IObjectWrite<TWriter>
        where TWriter : struct, allows ref struct
    {
        bool Add(ref TWriter writer, uint id, object native, ulong mask);
    }

    private interface IObjectRead<TReader>
        where TReader : struct, allows ref struct
    {
        (DecodeStatus Status, object Native, ulong Mask) Read(ref TReader reader);
    }

    private interface IEventWrite<TWriter>
        where TWriter : struct, allows ref struct
    {
        bool Add(ref TWriter writer, object native);
    }

    private sealed class ObjectWrite<TWriter, T, TQuantized, TMask> : IObjectWrite<TWriter>
        where TWriter : struct, allows ref struct
        where T : struct
        where TQuantized : struct
        where TMask : struct
    {
        private readonly QuantizeDelegate quantize = Method<QuantizeDelegate>(typeof(T), "Quantize", typeof(TQuantized).MakeByRefType());
        private readonly AddDelegate add = Method<AddDelegate>(
            typeof(TWriter), "TryAdd", typeof(uint), typeof(TQuantized).MakeByRefType(), typeof(TMask));

        private delegate void QuantizeDelegate(ref T value, out TQuantized quantized);

        private delegate bool AddDelegate(ref TWriter writer, uint id, in TQuantized value, TMask mask);

        public bool Add(ref TWriter writer, uint id, object native, ulong mask)
        {
            var value = (T)native;
            quantize(ref value, out var quantized);
            return add(ref writer, id, in quantized, (TMask)Convert.ChangeType(mask, typeof(TMask), CultureInfo.InvariantCulture));
        }
    }

    private sealed class ObjectRead<TReader, T, TQuantized, TMask> : IObjectRead<TReader>
        where TReader : struct, allows ref struct
        where T : struct
        where TQuantized : struct
        where TMask : struct
    {
        private readonly DecodeDelegate decode = Method<DecodeDelegate>(
            typeof(TReader), "Decode", typeof(T).MakeByRefType(), typeof(TMask).MakeByRefType());

        private delegate DecodeStatus DecodeDelegate(ref TReader reader, ref T value, out TMask mask);

        public (DecodeStatus Status, object Native, ulong Mask) Read(ref TReader reader)
        {
            var value = default(T);
            var status = decode(ref reader, ref value, out var mask);
            return (status, value, Convert.ToUInt64(mask, CultureInfo.InvariantCulture));
        }
    }

    private sealed class EventWrite<TWriter, T> : IEventWrite<TWriter>
        where TWriter : struct, allows ref struct
        where T : struct
    {
        private readonly AddDelegate add = Method<AddDelegate>(typeof(TWriter), "TryAdd", typeof(T).MakeByRefType());

        private delegate bool AddDelegate(ref TWriter writer, in T value);

        public bool Add(ref TWriter writer, object native)
        {
            var value = (T)native;
            return add(ref writer, in value);
        }
    }
}
