using System.Runtime.InteropServices;

namespace Artemis.Protocol.Runtime;

/// <summary>
/// The rows of a <see cref="FieldGroup"/>, one for each combination of its bits. They live as long as the process, in memory that the
/// collector does not move.
/// </summary>
internal static unsafe class GroupTables
{
    /// <summary>Stands for a zero in a row.</summary>
    public const byte Nothing = 0x80;

    private const int Alignment = 64;

    /// <summary>For each byte of the wire, the byte in memory that it comes from.</summary>
    public static nint PackRows(Scalar[][] fields) => Rows(fields, (row, memory, wire) => row[wire] = (byte)memory);

    /// <summary>For each byte in memory, the byte of the wire that it comes from.</summary>
    public static nint UnpackRows(Scalar[][] fields) => Rows(fields, (row, memory, wire) => row[memory] = (byte)wire);

    /// <summary>For each combination, the bytes that its fields take.</summary>
    public static nint Sizes(Scalar[][] fields)
    {
        var table = Allocate(1 << fields.Length);
        for (var mask = 0; mask < 1 << fields.Length; mask++)
        {
            for (var bit = 0; bit < fields.Length; bit++)
            {
                if ((mask >> bit & 1) != 0)
                    table[mask] += (byte)fields[bit].Sum(scalar => scalar.Size);
            }
        }

        return (nint)table;
    }

    /// <summary>Where in memory each scalar of a group begins.</summary>
    public static IEnumerable<(Scalar Scalar, int Offset)> Offsets(Scalar[][] fields)
    {
        var offset = 0;
        foreach (var scalar in fields.SelectMany(field => field))
        {
            yield return (scalar, offset);
            offset += scalar.Size;
        }
    }

    private static nint Rows(Scalar[][] fields, Action<byte[], int, int> place)
    {
        if (fields.Length > 8 || fields.Sum(field => field.Sum(scalar => scalar.Size)) > FieldGroup.Window)
            throw new ArgumentException("A group has at most 8 bits and 16 bytes.", nameof(fields));

        var table = Allocate(FieldGroup.Window << fields.Length);
        for (var mask = 0; mask < 1 << fields.Length; mask++)
            Row(fields, mask, place).CopyTo(new Span<byte>(table + (mask * FieldGroup.Window), FieldGroup.Window));
        return (nint)table;
    }

    private static byte[] Row(Scalar[][] fields, int mask, Action<byte[], int, int> place)
    {
        var row = new byte[FieldGroup.Window];
        Array.Fill(row, Nothing);
        var memory = 0;
        var wire = 0;
        for (var bit = 0; bit < fields.Length; bit++)
        {
            foreach (var scalar in fields[bit])
            {
                if ((mask >> bit & 1) != 0)
                {
                    for (var i = 0; i < scalar.Size; i++)
                        place(row, memory + InMemory(scalar, i), wire++);
                }

                memory += scalar.Size;
            }
        }

        return row;
    }

    /// <summary>Where in memory the nth byte of a little-endian number lies.</summary>
    private static int InMemory(Scalar scalar, int index) => BitConverter.IsLittleEndian ? index : scalar.Size - 1 - index;

    private static byte* Allocate(int bytes)
    {
        var memory = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
        NativeMemory.Clear(memory, (nuint)bytes);
        return memory;
    }
}
