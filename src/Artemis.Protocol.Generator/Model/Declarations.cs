using System.Numerics;

namespace Artemis.Protocol.Generator.Model;

/// <summary>An <c>enum</c>, or <c>flags</c> whose members are bits.</summary>
/// <param name="Kind">The integer kind of the wire.</param>
public sealed record EnumModel(string Name, ScalarKind Kind, bool IsFlags, EquatableArray<EnumMemberModel> Members, string Doc);

/// <summary>One named value. <paramref name="Since"/> is null for what was there from the first version.</summary>
public sealed record EnumMemberModel(string Name, BigInteger Value, ProtocolVersion? Since, string Doc);

/// <summary>A field of a struct, packet, event, command, message or record.</summary>
/// <param name="Name">As in the schema, in camelCase; also the key in a MessagePack map.</param>
/// <param name="IsOptional">Binary: a presence byte (1 or 0) precedes the value. Messages: the key may be absent or nil.</param>
public sealed record FieldModel(string Name, TypeModel Type, bool IsOptional, ProtocolVersion? Since, string Doc);

/// <summary>A group of fields that lies in other binary types.</summary>
public sealed record StructModel(string Name, EquatableArray<FieldModel> Fields, string Doc);

/// <summary>A map that is nested in messages.</summary>
public sealed record RecordModel(string Name, EquatableArray<FieldModel> Fields, string Doc);

/// <summary>A replicated object: fields behind a bit mask.</summary>
/// <param name="Id">Type byte of an entry, 1–255.</param>
/// <param name="MaskBytes">Bytes of the mask, 1–8; room for eight fields each.</param>
/// <param name="Fields">In bit order.</param>
public sealed record ObjectModel(
    string Name,
    byte Id,
    int MaskBytes,
    EquatableArray<ObjectFieldModel> Fields,
    EquatableArray<ViewModel> Views,
    ProtocolVersion? Since,
    string Doc);

/// <summary>A field of an object, at a bit that never changes. Object fields are never optional: unset means unchanged.</summary>
public sealed record ObjectFieldModel(int Bit, string Name, TypeModel Type, ProtocolVersion? Since, string Doc);

/// <summary>A named set of an object's fields.</summary>
/// <param name="Mask">Bit n set for each field at bit n.</param>
public sealed record ViewModel(string Name, ulong Mask, string Doc);

/// <summary>Something that happened, sent once: an entry of an event stream.</summary>
public sealed record EventModel(string Name, ushort Id, EquatableArray<FieldModel> Fields, ProtocolVersion? Since, string Doc);

/// <summary>An order from a client: the body of a command packet.</summary>
/// <param name="Senders">Members of one enum (in the Artemis protocol, the consoles) that may send it; empty means anybody.</param>
/// <param name="SenderEnum">The enum that <paramref name="Senders"/> are members of; null if there are none.</param>
public sealed record CommandModel(
    string Name,
    uint Id,
    string? SenderEnum,
    EquatableArray<string> Senders,
    EquatableArray<FieldModel> Fields,
    ProtocolVersion? Since,
    string Doc);

/// <summary>Who sends a packet or message.</summary>
[Flags]
public enum Origins
{
    None = 0,
    Server = 1,
    Client = 2,
    Both = Server | Client,
}

/// <summary>A framed binary packet: header, then its fields in order.</summary>
/// <param name="TypeId">The frame's packet type.</param>
/// <param name="HashedName">The text whose JamCRC is <paramref name="TypeId"/>, or null if the id was given as a number.</param>
public sealed record PacketModel(
    string Name,
    Origins From,
    uint TypeId,
    string? HashedName,
    EquatableArray<FieldModel> Fields,
    ProtocolVersion? Since,
    string Doc);

/// <summary>A framed MessagePack map.</summary>
public sealed record MessageModel(
    string Name,
    Origins From,
    uint TypeId,
    EquatableArray<FieldModel> Fields,
    ProtocolVersion? Since,
    string Doc);
