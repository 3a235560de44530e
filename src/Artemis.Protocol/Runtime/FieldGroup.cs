using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Artemis.Protocol.Runtime;

/// <summary>
/// Neighbouring fields of a replicated object, at most eight bits of its mask and sixteen bytes, that are encoded, decoded, compared and
/// copied together and without a branch: the mask's bits choose a row of a table, and the row says which byte goes where.
/// </summary>
/// <remarks>
/// In memory the fields lie one behind another as they do on the wire when all are set. Each operation touches sixteen bytes from the
/// first field on, so generated types are at least that long there. Kept in <c>static readonly</c> fields, all of a group's members are
/// constants to the just-in-time compiler. See <c>docs/decisions</c> for what this gains over one test or one store a field.
/// </remarks>
public readonly unsafe struct FieldGroup
{
    /// <summary>Bytes that every operation loads and stores, whatever the mask.</summary>
    public const int Window = 16;

    private readonly nint packRows;
    private readonly nint unpackRows;
    private readonly nint sizes;
    private readonly GroupLimits limits;
    private readonly GroupReduction reduction;

    /// <summary>Makes the tables of a group.</summary>
    /// <param name="fields">The scalars of each field, in bit order; none for a bit that no field has.</param>
    public FieldGroup(params Scalar[][] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        packRows = GroupTables.PackRows(fields);
        unpackRows = GroupTables.UnpackRows(fields);
        sizes = GroupTables.Sizes(fields);
        limits = new GroupLimits(fields);
        reduction = new GroupReduction(fields);
    }

    /// <summary>Bytes that the set fields take.</summary>
    /// <param name="mask">The group's bits, shifted down to bit 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SizeOf(nuint mask) => ((byte*)sizes)[mask];

    /// <summary>Writes the set fields.</summary>
    /// <param name="start">Start of the destination, which has room for <see cref="Window"/> bytes from the position on.</param>
    /// <param name="position">Where to write.</param>
    /// <param name="first">The group's first field.</param>
    /// <param name="mask">The group's bits, shifted down to bit 0.</param>
    /// <returns>The position behind what was written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nuint Pack<T>(ref byte start, nuint position, ref readonly T first, nuint mask)
    {
        var row = Vector128.LoadAligned((byte*)packRows + (mask * Window));
        Shuffle(Load(in first), row).StoreUnsafe(ref start, position);
        return position + ((byte*)sizes)[mask];
    }

    /// <summary>Reads the set fields; the others keep what they hold.</summary>
    /// <param name="source">At least <see cref="Window"/> bytes, whatever comes behind the encoded fields.</param>
    /// <param name="position">Where to read. If it lies so far back that the fields do not fit, what is read is of no use.</param>
    /// <param name="first">The group's first field.</param>
    /// <param name="mask">The group's bits, shifted down to bit 0.</param>
    /// <param name="bad">Gets a bit set if a number is outside its range.</param>
    /// <returns>The position behind what was read; past the source's end if that is too short.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nuint Unpack<T>(ReadOnlySpan<byte> source, nuint position, ref T first, nuint mask, ref Vector128<byte> bad)
    {
        var row = Vector128.LoadAligned((byte*)unpackRows + (mask * Window));

        // Near its end the source is read earlier by what would be too far, and the row made to fit.
        var early = Math.Max((nint)position - (source.Length - Window), 0);
        var bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), position - (nuint)early);
        var wire = Shuffle(bytes, row + Vector128.Create((byte)early));
        var unset = Unset(row);
        bad |= limits.Violations(wire, unset);
        Store(ref first, wire | (unset & Load(in first)));
        return position + ((byte*)sizes)[mask];
    }

    /// <summary>Copies the set fields from one object to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Copy<T>(ref readonly T from, ref T to, nuint mask)
    {
        var unset = Unset(Vector128.LoadAligned((byte*)unpackRows + (mask * Window)));
        Store(ref to, Vector128.ConditionalSelect(unset, Load(in to), Load(in from)));
    }

    /// <summary>The bits of the fields that differ in a bit or more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Diff<T>(ref readonly T left, ref readonly T right) =>
        reduction.ToFields(~Vector128.Equals(Load(in left), Load(in right)));

    /// <summary>Moves bytes to where the control says; 128 and more stands for a zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Shuffle(Vector128<byte> bytes, Vector128<byte> control) =>
        Ssse3.IsSupported || AdvSimd.Arm64.IsSupported
            ? Vector128.ShuffleNative(bytes, control)
            : Vector128.Shuffle(bytes, control);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Unset(Vector128<byte> row) =>
        Vector128.LessThan(row.AsSByte(), Vector128<sbyte>.Zero).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load<T>(ref readonly T first) =>
        Vector128.LoadUnsafe(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in first)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(ref T first, Vector128<byte> value) => value.StoreUnsafe(ref Unsafe.As<T, byte>(ref first));
}
