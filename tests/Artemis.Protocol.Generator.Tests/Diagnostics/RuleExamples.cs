using Artemis.Protocol.Generator.Diagnostics;

namespace Artemis.Protocol.Generator.Tests.Diagnostics;

/// <summary>A schema with one mistake; ⟦ and ⟧ stand around the place that is reported.</summary>
/// <param name="Rule">The one rule that it breaks.</param>
/// <param name="Text">Declarations behind <c>protocol Test 1.1</c>, or a whole file if it begins with <c>file:</c>.</param>
internal sealed record RuleExample(Rule Rule, string Text)
{
    private const string WholeFile = "file:";

    public string Source => Marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);

    public string MarkedPart
    {
        get
        {
            var start = Marked.IndexOf('⟦', StringComparison.Ordinal);
            return Marked[start..Marked.IndexOf('⟧', StringComparison.Ordinal)].TrimStart('⟦');
        }
    }

    public int MarkedStart => Marked.IndexOf('⟦', StringComparison.Ordinal);

    private string Marked => Text.StartsWith(WholeFile, StringComparison.Ordinal) ? Text[WholeFile.Length..] : Compile.Prelude + Text;
}

/// <summary>At least one example of every rule.</summary>
internal static class RuleExamples
{
    /// <summary>Files that examples import.</summary>
    public static (string Path, string Text)[] Imports { get; } =
    [
        ("other.artemis", "protocol Other 1.0"),
    ];

    public static IReadOnlyList<RuleExample> All { get; } =
    [
        // Syntax
        new(Rules.UnexpectedCharacter, "const A = ⟦#⟧ 1"),
        new(Rules.TextNotClosed, "const A = ⟦\"hello⟧\nconst B = 1"),
        new(Rules.UnknownEscape, "const A = \"a⟦\\q⟧\""),
        new(Rules.MalformedNumber, "const A = ⟦12ab⟧"),
        new(Rules.MalformedNumber, "const A = ⟦0xfg⟧"),
        new(Rules.Expected, "struct A { x ⟦u8⟧ }"),
        new(Rules.Expected, "struct A {\n   x :⟦⟧\n   y : u8\n}"),
        new(Rules.Expected, "struct A { ⟦3⟧ x : u8 }"),
        new(Rules.ExpectedDeclaration, "⟦strct⟧ A { x : u8 }"),
        new(Rules.ExpectedDeclaration, "⟦:⟧ A"),
        new(Rules.StrayDocumentation, "struct A {\n   x :\n   ⟦/// The first.⟧\n   u8\n}"),
        new(Rules.TooDeep, "const A = " + new string('(', 100) + "⟦(⟧1"),
        new(Rules.NotClosed, "struct A {\n   x : u8⟦⟧\n\nstruct B { y : u8 }"),
        new(Rules.ProtocolNotFirst, "⟦protocol⟧ Second 1.0"),
        new(Rules.RepeatedClause, "struct A { x : u8 in 1..2 ⟦in 2..3⟧ }"),

        // Names, ids, bits
        new(Rules.DuplicateName, "struct A { x : u8 }\nconst ⟦A⟧ = 1"),
        new(Rules.DuplicateName, "struct A { x : u8, ⟦x⟧ : u16 }"),
        new(Rules.DuplicateName, "enum E : u8 { A, ⟦A⟧ }"),
        new(Rules.DuplicateName, "object A = 1 mask 1 { 0 x : u8, view V { x }, view ⟦V⟧ { x } }"),
        new(Rules.DuplicateId, "object A = 7 mask 1 { }\nobject B = ⟦7⟧ mask 1 { }"),
        new(Rules.DuplicateId, "event A = 1 { }\nevent B = 2 { }\nevent C = ⟦1⟧ { }"),
        new(Rules.DuplicateId, "command A = 0x0101 { }\ncommand B = ⟦0x0101⟧ { }"),
        new(Rules.DuplicateId, "packet A from server = 0x10 { }\nmessage B from both = ⟦0x10⟧ { }"),
        new(Rules.DuplicateId, "packet A from client = jamcrc \"a\" { }\npacket B from client = jamcrc ⟦\"a\"⟧ { }"),
        new(Rules.DuplicateBit, "object A = 1 mask 1 { 0 x : u8, ⟦0⟧ y : u8, 1 z : u8 }"),
        new(Rules.IdOutOfRange, "object A = ⟦256⟧ mask 1 { }"),
        new(Rules.IdOutOfRange, "object A = ⟦0⟧ mask 1 { }"),
        new(Rules.IdOutOfRange, "event A = ⟦70000⟧ { }"),
        new(Rules.IdOutOfRange, "command A = ⟦-1⟧ { }"),
        new(Rules.IdOutOfRange, "packet A from server = ⟦0x100000000⟧ { }"),
        new(Rules.BitOutsideMask, "object A = 1 mask 1 { ⟦8⟧ x : u8 }"),
        new(Rules.ReservedBit, "object A = 1 mask 1 { 0 w : u8, reserved 1..2, 5; ⟦2⟧ x : u8 }"),
        new(Rules.MaskWidth, "object A = 1 mask ⟦9⟧ { }"),
        new(Rules.UnknownName, "struct A { x : ⟦Postion⟧ }\nquantity Position = f32"),
        new(Rules.UnknownName, "struct A { x : ⟦int⟧ }"),
        new(Rules.UnknownName, "struct A { x : ⟦Zebra⟧ }"),
        new(Rules.UnknownName, "struct A { x : ⟦Size⟧ }\nconst Size = 1"),
        new(Rules.UnknownName, "const A = ⟦Limt⟧ * 2\nconst Limit = 1"),
        new(Rules.UnknownName, "enum E : u8 { Helm }\ncommand A = 1 by E.⟦Helmm⟧ { }"),
        new(Rules.UnknownName, "enum Console : u8 { Helm }\ncommand A = 1 by ⟦Consol⟧.Helm { }"),
        new(Rules.UnknownViewField, "object A = 1 mask 1 { 0 posX : u8, view V { ⟦posY⟧ } }"),
        new(Rules.RepeatedName, "object A = 1 mask 1 { 0 x : u8, view V { x, ⟦x⟧ } }"),
        new(Rules.RepeatedName, "enum E : u8 { A }\ncommand C = 1 by E.A, ⟦E.A⟧ { }"),
        new(Rules.RepeatedName, "file:protocol Test 1.0 { magic = 1, ⟦magic⟧ = 2 }"),
        new(Rules.DuplicateEnumValue, "enum E : u8 { A = 1, B = ⟦1⟧ }"),
        new(Rules.DuplicateEnumValue, "enum E : u8 { A = 1, B = 0, ⟦C⟧ }"),
        new(Rules.EnumValueOutOfRange, "enum E : u8 { A = 255, ⟦B⟧ }"),
        new(Rules.EnumValueOutOfRange, "enum E : i8 { A = ⟦-129⟧ }"),
        new(Rules.FlagIsNotOneBit, "flags F : u8 { A, B, Both = ⟦3⟧ }"),
        new(Rules.NameStyle, "struct ⟦my_struct⟧ { x : u8 }"),
        new(Rules.NameStyle, "struct A { ⟦PosX⟧ : u8 }"),
        new(Rules.NamesCollide, "struct A { posX : u8, ⟦PosX⟧ : u8 }"),
        new(Rules.NamesCollide, "const MaxShips = 1\nstruct ⟦Max_Ships⟧ { x : u8 }"),
        new(Rules.SendersOfTwoEnums, "enum E : u8 { A }\nenum F : u8 { B }\ncommand C = 1 by E.A, ⟦F.B⟧ { }"),
        new(Rules.UnknownSetting, "file:protocol Test 1.0 { ⟦magik⟧ = 1 }"),
        new(Rules.UnknownSetting, "file:protocol Test 1.0 { namespace ⟦cobol⟧ \"Test\" }"),
        new(Rules.SettingValue, "file:protocol Test 1.0 { frameLimit = ⟦10⟧ }"),
        new(Rules.SettingValue, "file:protocol Test 1.0 { namespace csharp ⟦\"My Game\"⟧ }"),
        new(Rules.ImportNotFound, "file:protocol Test 1.0\nimport ⟦\"nowhere.artemis\"⟧"),
        new(Rules.ImportOfRoot, "file:protocol Test 1.0\nimport ⟦\"other.artemis\"⟧"),
        new(Rules.NotARoot, "file:⟦⟧const A = 1"),
        new(Rules.BuiltInName, "struct ⟦u12⟧ { x : u8 }"),

        // Types, ranges, quantities
        new(Rules.TypeNotHere, "struct A { id : ⟦uuid⟧ }"),
        new(Rules.TypeNotHere, "struct S { x : u8 }\nmessage A from client = 1 { s : ⟦S⟧ }"),
        new(Rules.TypeNotHere, "record R { x : u8 }\nobject A = 1 mask 1 { 0 r : ⟦R⟧[..2] }"),
        new(Rules.TypeNotHere, "object O = 1 mask 1 { }\nevent A = 1 { o : ⟦O⟧ }"),
        new(Rules.TypeNotHere, "struct A { o : ⟦objects⟧ }"),
        new(Rules.TypeNotHere, "packet A from server = 1 { e : ⟦events⟧[..2] }"),
        new(Rules.TypeNotHere, "quantity Q = ⟦string(..4)⟧"),
        new(Rules.OptionalNotHere, "object A = 1 mask 1 { 0 x⟦?⟧ : u8 }"),
        new(Rules.OptionalNotHere, "packet A from server = 1 { e⟦?⟧ : events }"),
        new(Rules.ListOfLists, "struct A { x : ⟦u8[..2][..3]⟧ }"),
        new(Rules.BoundOutOfRange, "struct A { x : string(..⟦65536⟧) }"),
        new(Rules.BoundOutOfRange, "struct A { x : u8[⟦0⟧] }"),
        new(Rules.BoundsReversed, "struct A { x : bytes⟦(9..8)⟧ }"),
        new(Rules.NoUpperBound, "struct A { x : u8⟦[1..]⟧ }"),
        new(Rules.NoUpperBound, "struct A { x : ⟦string⟧ }"),
        new(Rules.NoUpperBound, "struct A { x : ⟦bytes(16)⟧ }"),
        new(Rules.EmptyRange, "struct A { x : u8 ⟦in 4..1⟧ }"),
        new(Rules.EmptyRange, "quantity Q = f32 ⟦in 1..1⟧ as u8"),
        new(Rules.EmptyRange, "object A = 1 mask 1 { reserved ⟦5..3⟧ }"),
        new(Rules.BadStep, "quantity Q = f32 step ⟦0⟧ as u8"),
        new(Rules.BadStep, "quantity Q = f32 step ⟦-1/4⟧ as u8"),
        new(Rules.RangeOutsideType, "struct A { x : u4 ⟦in 1..16⟧ }"),
        new(Rules.RangeOutsideType, "quantity Q = f32 ⟦in 0..1e39⟧ as u8"),
        new(Rules.NoWire, "quantity Q = ⟦f32 in 0..1⟧"),
        new(Rules.CodesDoNotFit, "quantity Q = ⟦f32 in -4..4 step 1/8192 as i16⟧"),
        new(Rules.CodesDoNotFit, "quantity Q = ⟦f32 in 0..100 step 1/4 as u8⟧"),
        new(Rules.RangeOffGrid, "quantity Q = f32 in 0..⟦1⟧ step 0.3 as u8"),
        new(Rules.RangeOffGrid, "quantity Q = f32 in ⟦-1.03⟧..1 step 1/16 as f32"),
        new(Rules.StepNotPowerOfTwo, "quantity Q = f32 in 0..1 step ⟦0.1⟧ as f32"),
        new(Rules.NotExactInF32, "quantity Q = ⟦f32 in 0..1e9 step 1/16 as f32⟧"),
        new(Rules.BadWrap, "quantity Q = f32 in 0..1 wraps ⟦as i8⟧"),
        new(Rules.BadWrap, "quantity Q = f32 in 0..1 wraps ⟦as u12⟧"),
        new(Rules.BadWrap, "quantity Q = f32 in 0..1 wraps ⟦step 1/8⟧ as u8"),
        new(Rules.BadWrap, "quantity Q = f32 ⟦wraps⟧ as u8"),
        new(Rules.BadWrap, "quantity Q = f32 in 0..1 ⟦wraps⟧ step 1/8 as f32"),
        new(Rules.ClauseNotHere, "struct A { x : bool ⟦in 0..1⟧ }"),
        new(Rules.ClauseNotHere, "struct A { x : u8 ⟦step 1⟧ }"),
        new(Rules.ClauseNotHere, "quantity Q = u8\nstruct A { x : Q ⟦in 0..1⟧ }"),
        new(Rules.ClauseNotHere, "struct A { x : u8⟦(..4)⟧ }"),
        new(Rules.ContainsItself, "struct A { b : B }\nstruct B { a : ⟦A[..2]⟧ }"),
        new(Rules.ContainsItself, "record A { a? : ⟦A⟧ }"),
        new(Rules.BadWire, "quantity Q = f32 in 0..1 as ⟦word⟧"),
        new(Rules.BadWire, "quantity Q = f32 in 0..1 ⟦as i8⟧"),
        new(Rules.BadWire, "quantity Q = f32 ⟦as u8⟧"),
        new(Rules.BadWire, "quantity Q = f32 step 1/4 ⟦as f32⟧"),
        new(Rules.BadWire, "quantity Q = f64 in 0..1 ⟦as u64⟧"),
        new(Rules.BadWire, "enum E : ⟦f32⟧ { A }"),
        new(Rules.BadWire, "flags F : ⟦i8⟧ { A }"),
        new(Rules.NotWhole, "struct A { x : u8[..⟦5/2⟧] }"),
        new(Rules.NotWhole, "object A = 1 mask 1 { ⟦1.5⟧ x : u8 }"),
        new(Rules.BadArithmetic, "const A = 1 / ⟦(2 - 2)⟧"),
        new(Rules.BadArithmetic, "const A = ⟦1e300 * 1e300⟧"),
        new(Rules.NotANumber, "const A = \"a\"\nconst B = ⟦A⟧ + 1"),
        new(Rules.ConstantCycle, "const ⟦A⟧ = B + 1\nconst B = A"),
        new(Rules.StreamPlacement, "packet A from server = 1 { e : ⟦events⟧, x : u8 }"),
        new(Rules.StreamPlacement, "packet A from server = 1 { a : objects, b : ⟦objects⟧ }"),
        new(Rules.StreamPlacement, "packet A from client = 1 { b : ⟦commandBody⟧ }"),
        new(Rules.StreamPlacement, "packet A from client = 1 { c : ⟦commandId⟧ }"),

        // Sizes
        new(Rules.PacketTooLarge, "packet ⟦A⟧ from server = 1 { x : u32[..20000] }"),
        new(Rules.EntryTooLarge, "packet P from server = 1 { tick : u32, o : objects }\nobject ⟦A⟧ = 1 mask 1 { 0 x : u32[..20000] }"),
        new(Rules.EntryTooLarge, "packet P from client = 1 { c : commandId, b : commandBody }\ncommand ⟦A⟧ = 1 { x : bytes(..65535) }"),
        new(Rules.EventTooLarge, "event ⟦A⟧ = 1 { x : u32[..20000] }"),

        // Versions
        new(Rules.MalformedVersion, "file:protocol Test ⟦1⟧"),
        new(Rules.MalformedVersion, "event A = 1 since ⟦2⟧ { }"),
        new(Rules.SinceTheFuture, "event A = 1 since ⟦1.2⟧ { }"),
        new(Rules.SinceOutOfOrder, "event A = 1 { x : u8, y : u8 since 1.1, ⟦z⟧ : u8 }"),
        new(Rules.SinceNotHere, "struct A { x : u8 ⟦since 1.1⟧ }"),
        new(Rules.SinceNotHere, "struct A ⟦since 1.1⟧ { x : u8 }"),
        new(Rules.SinceNotHere, "packet A from server = 1 { tick : u32 ⟦since 1.1⟧, e : events }"),
        new(Rules.SinceBeforeOwner, "object A = 1 mask 1 since 1.1 { 0 x : u8 ⟦since 1.0⟧ }"),
        new(Rules.NewerMustBeOptional, "message A from client = 1 { ⟦x⟧ : u8 since 1.1 }"),
    ];
}
