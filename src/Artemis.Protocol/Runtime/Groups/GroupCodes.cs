using System.Runtime.Intrinsics;

namespace Artemis.Protocol.Runtime;

/// <summary>The codes of a <see cref="FieldGroup"/> that a mask announces, held in registers until they are stored.</summary>
public readonly struct GroupCodes
{
    internal GroupCodes(Vector128<byte> codes, Vector128<byte> row)
    {
        Codes = codes;
        Row = row;
    }

    /// <summary>The codes as they lie in memory, zero where unset.</summary>
    internal Vector128<byte> Codes { get; }

    /// <summary>128 in the bytes of unset fields, less in the others.</summary>
    internal Vector128<byte> Row { get; }
}
