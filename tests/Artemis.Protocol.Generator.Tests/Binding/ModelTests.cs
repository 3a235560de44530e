using Artemis.Protocol.Generator.Model;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Binding;

/// <summary>What the binder makes of schemas that are right.</summary>
public class ModelTests
{
    [Fact]
    public void A_protocol_has_settings_and_defaults_for_them()
    {
        var plain = Compile.File("protocol Plain 2.10").Model!;
        var set = Compile.File("/// Doc.\nprotocol Set 1.0 { magic = 0x1234, frameLimit = Limit; namespace csharp \"My.Game\" }\nconst Limit = 1024 * 2").Model!;

        Assert.Equal((new ProtocolVersion(2, 10), 0xdeadbeefu, 65536, "Plain"), (plain.Version, plain.Magic, plain.FrameLimit, plain.CSharpNamespace));
        Assert.Equal(("Doc.", 0x1234u, 2048, "My.Game"), (set.Doc, set.Magic, set.FrameLimit, set.CSharpNamespace));
    }

    [Fact]
    public void Enum_members_count_on_and_flags_take_the_next_free_bit()
    {
        var enums = Compile.Model("""
            enum E : i16 { A = -2, B, C, D = 10, E since 1.1 }
            flags F : u8 { Red, Blue = 0x10, Yellow, Green = 4, White }
            """).Enums;

        Assert.Equal([-2, -1, 0, 10, 11], enums[0].Members.Select(member => (int)member.Value));
        Assert.Equal([1, 16, 2, 4, 8], enums[1].Members.Select(member => (int)member.Value));
        Assert.Equal(new ProtocolVersion(1, 1), enums[0].Members[4].Since);
    }

    [Fact]
    public void Fields_of_objects_come_in_the_order_of_their_bits()
    {
        var item = Compile.Model("""
            object Ship = 9 mask 2 since 1.1 {
               12 last : u8
               view Some { last, first }
               0 first : bool since 1.1
               reserved 1, 3..5
               2 second : u16
            }
            """).Objects[0];

        Assert.Equal(["first", "second", "last"], item.Fields.Select(field => field.Name));
        Assert.Equal((byte)9, item.Id);
        Assert.Equal(new ViewModel("Some", 0b1_0000_0000_0001, ""), item.Views[0]);
    }

    [Theory]
    [InlineData("startGame", 0x3de66711)]
    [InlineData("objectBitStream", 0x80803df9)]
    [InlineData("plainTextGreeting", 0x6d04b3da)]
    [InlineData("connected", 0xe548e74a)]
    [InlineData("valueInt", 0x4c821d3c)]
    [InlineData("simpleEvent", 0xf754c8fe)]
    [InlineData("heartbeat", 0xf5821226)]
    public void Names_hash_as_the_field_hashes_them(string name, uint expected)
    {
        var packet = Compile.Model($"packet P from server = jamcrc \"{name}\" {{ }}").Packets[0];

        Assert.Equal((expected, name), (packet.TypeId, packet.HashedName));
    }

    [Fact]
    public void The_same_id_may_be_used_once_in_each_direction()
    {
        var model = Compile.Model("packet A from server = 1 { }\nmessage B from client = 1 { }\npacket C from both = 2 { }");

        Assert.Equal([Origins.Server, Origins.Both], model.Packets.Select(packet => packet.From));
        Assert.Equal(Origins.Client, model.Messages[0].From);
    }

    [Fact]
    public void Commands_name_who_may_send_them()
    {
        var commands = Compile.Model("command A = 1 by Seat.Left, Seat.Right since 1.1 { }\ncommand B = 2 { }\nenum Seat : u8 { Left, Right }").Commands;

        Assert.Equal("Seat", commands[0].SenderEnum);
        Assert.Equal(["Left", "Right"], commands[0].Senders);
        Assert.Null(commands[1].SenderEnum);
        Assert.Empty(commands[1].Senders);
    }

    [Fact]
    public void Bounds_may_be_constants_and_leave_out_what_they_do_not_limit()
    {
        var fields = Compile.Model("""
            const Most = 4
            struct S { a : string(..Most*2), b : bytes(1..300), c : u16[..Most], d : bool[8], e : string(3..3)[2..3], f : f32 in 0..1 as u8[2] }
            """).Structs[0].Fields.Select(field => field.Type);

        Assert.Equal<TypeModel>(
            [
                new TextType(0, 8),
                new BytesType(1, 300),
                new ArrayType(new IntegerType(ScalarKind.U16, 0, 65535, null), 0, 4),
                new ArrayType(new BoolType(), 8, 8),
                new ArrayType(new TextType(3, 3), 2, 3),
            ],
            fields.Take(5));
        Assert.True(Assert.IsType<ArrayType>(fields.Last()) is { IsFixedCount: true, Element: QuantizedType });
    }

    [Fact]
    public void Each_kind_of_body_holds_what_it_may()
    {
        var model = Compile.Model("""
            struct Point { x : f32, y : f32 }
            record Entry { id : uuid, next? : Color, points : u8[..4] }
            enum Color : u8 { Red }
            object Thing = 1 mask 1 { 0 where : Point, 1 color : Color }
            event Hit = 0 { at : Point[..3], note? : string(..9) }
            packet Update from server = 1 { tick : u32, things : objects, gone : u32[..9], extra? : u8 since 1.1 }
            packet Events from server = 2 { events : events }
            packet Order from client = 3 { kind : commandId, at? : f64, body : commandBody }
            command Go = 0 { to : Point }
            message Hello from both = 4 { entries : Entry[..3], id : uuid, blob : bytes(..65535), more? : u8 since 1.1 }
            """);

        Assert.Equal(
            [typeof(IntegerType), typeof(ObjectStreamType), typeof(ArrayType), typeof(IntegerType)],
            model.Packets[0].Fields.Select(field => field.Type.GetType()));
        Assert.Equal([false, true, false], model.Records[0].Fields.Select(field => field.IsOptional));
    }

    [Fact]
    public void A_packet_may_be_exactly_as_large_as_a_frame()
    {
        const string Head = "protocol Test 1.0 { frameLimit = 100 }\n";

        Assert.NotNull(Compile.File(Head + "packet P from server = 1 { x : u8[76] }").Model);
        Assert.Null(Compile.File(Head + "packet P from server = 1 { x : u8[77] }").Model);
        Assert.NotNull(Compile.File(Head + "packet P from server = 1 { o : objects }\nobject O = 1 mask 1 { 0 x : u8[69] }").Model);
        Assert.Null(Compile.File(Head + "packet P from server = 1 { o : objects }\nobject O = 1 mask 1 { 0 x : u8[70] }").Model);
        Assert.NotNull(Compile.File(Head + "message M from server = 1 { x : u8[1000] }").Model);
    }

    [Fact]
    public void Sizes_without_measure_are_refused_and_not_overflowed()
    {
        var nested = string.Concat(Enumerable.Range(1, 30).Select(i => $"struct S{i} {{ x : S{i - 1}[..65535] }}\n"));

        var result = Compile.Declarations($"struct S0 {{ x : u8 }}\n{nested}packet P from server = 1 {{ x : S30 }}");

        Assert.Equal(["ART4001"], Compile.Ids(result));
    }

    [Fact]
    public void Constants_may_stand_for_each_other_but_not_without_end()
    {
        static string Chain(int length) => "quantity Q = u32 in 0..C0\n"
            + string.Concat(Enumerable.Range(0, length).Select(i => $"const C{i} = C{i + 1} + 1\n")) + $"const C{length} = 0";

        Assert.Equal(600, Compile.Model(Chain(600)).Consts[0].Integer);
        var endless = Compile.Declarations(Chain(50_000));
        Assert.Null(endless.Model);
        Assert.All(Compile.Ids(endless), id => Assert.Equal("ART1008", id));
    }

    [Fact]
    public void Newer_fields_come_in_the_order_of_their_versions()
    {
        var fields = Compile.File("protocol Test 2.0\nevent E = 1 { a : u8, b : u8 since 1.1, c : u8 since 1.1, d : u8 since 1.12, e : u8 since 2.0 }").Model!.Events[0].Fields;

        Assert.Equal([null, "1.1", "1.1", "1.12", "2.0"], fields.Select(field => field.Since?.ToString()));
    }
}
