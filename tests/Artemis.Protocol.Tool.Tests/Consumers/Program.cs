// What a user of the NuGet package writes, with a protocol of one's own: everything goes out as bytes and comes back the same.
using Artemis.Protocol.Runtime;
using Sea.Radio;

var checks = 0;
var frame = new byte[BuoysProtocol.FrameLimit];

var buoy = new Buoy
{
    Class = Kind.Moored,
    Place = new Place { Latitude = 54.5, Longitude = -3.25 },
    Temperature = 11.0625f,
    Depths = new([0, 120, 12_000]),
    Label = "Grüße",
    Faults = Faults.Battery | Faults.Hull,
    Drift = -5_000_000_000,
};

// An object goes out whole, then only what changed.
var later = buoy;
later.Temperature = 11.5f;
later.Faults = Faults.Antenna;
buoy.Quantize(out var before);
later.Quantize(out var after);
var changed = Buoy.Quantized.Diff(in before, in after);
Same("changed fields", Buoy.Fields.Temperature | Buoy.Fields.Faults, changed);
Same("a view", Buoy.Fields.Place | Buoy.Fields.Faults, Buoy.Views.Beacon);

var writer = new ReportWriter(frame, new Report { Sequence = 1ul << 63 });
Same("room for all of it", true, writer.TryAdd(17, in before, Buoy.AllFields));
Same("room for a change", true, writer.TryAdd(17, in after, changed));
Same("room for a number", true, writer.TryAddLost(3));
Same("room for another", true, writer.TryAddLost(4_000_000_000));
var message = frame.AsSpan(0, writer.Finish());

var frames = BuoysProtocol.ReadFrames(message, Origin.Client);
Same("a frame", true, frames.MoveNext());
Same("its type", Report.PacketType, frames.Header.PacketType);
var reader = new ReportReader(frames.Body);
Same("a field before the stream", 1ul << 63, reader.Head.Sequence);
var received = default(Buoy);
while (reader.NextObject(out var type, out var id))
{
    Same("object", (ObjectType.Buoy, 17u), (type, id));
    Same("decoding", DecodeStatus.Ok, reader.Decode(ref received, out _));
}

var lost = new List<uint>();
while (reader.NextLost(out var number))
    lost.Add(number);
Same("a list behind the stream", "3 4000000000", string.Join(' ', lost));
Same("the whole body", DecodeStatus.Ok, reader.Finish());
Same("no other frame", false, frames.MoveNext());

Same("kind", Kind.Moored, received.Class);
Same("temperature", 11.5f, received.Temperature);
Same("label", "Grüße", received.Label.ToString());
Same("faults", Faults.Antenna, received.Faults);
Same("drift", -5_000_000_000, received.Drift);
Same("depths", "0 120 12000", string.Join(' ', received.Depths.Items.ToArray()));
Same("latitude within its error", true, Math.Abs(received.Place.Latitude - 54.5) < 1e-7);

// A packet with a list of structs and an optional text.
var log = new Log { Readings = new([new Reading { Minute = 4095, Salinity = 50, Trend = -16, IsTrusted = true }]), Note = "calm" };
Same("frame of a packet", true, log.EncodeFrame(frame, Origin.Client) > FrameHeader.Size);
Same("packet", DecodeStatus.Ok, Log.Decode(frame.AsSpan(FrameHeader.Size, log.EncodedSize()), out var sameLog));
Same("its content", log, sameLog);

// Events and commands.
var alarms = new AlarmsWriter(frame, new Alarms { Stamp = 1.5 });
Same("room for an event", true, alarms.TryAdd(new Storm { Force = 12, Name = "Ida" }));
var storms = new AlarmsReader(frame.AsSpan(FrameHeader.Size, alarms.Finish() - FrameHeader.Size));
Same("an event", true, storms.NextEvent(out var eventType, out var body));
Same("its type", EventType.Storm, eventType);
Same("its body", DecodeStatus.Ok, Storm.Decode(body, out var storm));
Same("its content", (12, "Ida"), (storm.Force, storm.Name.ToString()));

var dive = new Dive { Depth = 300, Until = 9 };
var length = OrderFrame.Encode(frame, true, in dive);
var order = new OrderReader(frame.AsSpan(FrameHeader.Size, length - FrameHeader.Size));
Same("order", (CommandType.Dive, true), (order.CommandType, order.Head.Delete));
Same("command", DecodeStatus.Ok, Dive.Decode(order.CommandBody, out var sameDive));
Same("its content", dive, sameDive);

// Nonsense is refused by a status.
Same("refusal", DecodeStatus.Truncated, Buoy.Decode([0xff], ref received, out _, out _));

Console.WriteLine($"{checks} checks passed");

void Same<T>(string what, T expected, T actual)
{
    if (!EqualityComparer<T>.Default.Equals(expected, actual))
        throw new InvalidOperationException($"{what}: {expected} became {actual}");
    checks++;
}
