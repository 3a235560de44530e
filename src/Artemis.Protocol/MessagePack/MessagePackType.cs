// The names are those of MessagePack-CSharp.
#pragma warning disable CA1720
namespace Artemis.Protocol.MessagePack;

/// <summary>Sorts of MessagePack values.</summary>
public enum MessagePackType : byte
{
    /// <summary>A code that the specification does not use.</summary>
    Unknown,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Nothing.</summary>
    Nil,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An IEEE 754 number.</summary>
    Float,

    /// <summary>UTF-8 text.</summary>
    String,

    /// <summary>Raw bytes.</summary>
    Binary,

    /// <summary>A list.</summary>
    Array,

    /// <summary>Keys with values.</summary>
    Map,

    /// <summary>Typed bytes.</summary>
    Extension,
}
