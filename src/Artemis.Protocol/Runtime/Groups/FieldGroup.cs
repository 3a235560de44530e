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
/// constants to the just-in-time compiler; that is also why they lie flat in here. <c>docs/decisions/0008-field-groups.md</c> says what this
/// gains over one test or one store a field.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly unsafe partial struct FieldGroup
{
    /// <summary>Bytes that every operation loads and stores, whatever the mask.</summary>
    public const int Window = 16;

    private readonly nint packRows;
    private readonly nint unpackRows;
    private readonly nint sizes;

    /// <summary>Makes the tables of a group.</summary>
    /// <param name="fields">The scalars of each field, in bit order; none for a bit that no field has.</param>
    public FieldGroup(params Scalar[][] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        packRows = GroupTables.PackRows(fields);
        unpackRows = GroupTables.UnpackRows(fields);
        sizes = GroupTables.Sizes(fields);

        var limits = new GroupLimits(fields);
        (checksBytes, lowBytes, spanBytes) = (limits.HasBytes, limits.LowBytes, limits.SpanBytes);
        (checksWords, wordPlaces, lowWords, spanWords) = (limits.HasWords, limits.WordPlaces, limits.LowWords, limits.SpanWords);
        (checksFloats, floatPlaces, lowFloats, highFloats) = (limits.HasFloats, limits.FloatPlaces, limits.LowFloats, limits.HighFloats);
        (wideLimits, wideCount) = (limits.WideLimits, limits.WideCount);
        zeroIsFine = limits.ZeroIsFine;

        var places = new GroupPlaces(fields);
        reach = places.Reach;
        (ones, twos, fours, eights, sixteens) = (places.Begins(1), places.Begins(2), places.Begins(4), places.Begins(8), places.Begins(16));
        (hasUneven, unevenTwos, unevenFours, unevenEights) = (places.HasUneven, places.Ends(2), places.Ends(4), places.Ends(8));
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
        var behind = Read(source, position, out var codes, mask, ref bad);
        Store(ref first, codes.Codes | (Unset(codes.Row) & Load(in first)));
        return behind;
    }

    /// <summary>Reads the set fields, but stores them nowhere yet.</summary>
    /// <inheritdoc cref="Unpack"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nuint Read(ReadOnlySpan<byte> source, nuint position, out GroupCodes codes, nuint mask, ref Vector128<byte> bad)
    {
        var row = Vector128.LoadAligned((byte*)unpackRows + (mask * Window));

        // Near its end the source is read earlier by what would be too far, and the row made to fit.
        var start = Math.Min((nint)position, (nint)(uint)source.Length - Window);
        var bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)start);
        var wire = Shuffle(bytes, row + Vector128.Create((byte)((nint)position - start)));
        bad |= Violations(wire, Unset(row));
        codes = new GroupCodes(wire, row);
        return position + ((byte*)sizes)[mask];
    }

    /// <summary>The codes of the set fields.</summary>
    /// <param name="first">The group's first field.</param>
    /// <param name="mask">The group's bits, shifted down to bit 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GroupCodes Take<T>(ref readonly T first, nuint mask)
    {
        var row = Vector128.LoadAligned((byte*)unpackRows + (mask * Window));
        return new GroupCodes(Load(in first) & ~Unset(row), row);
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
        ToFields(~Vector128.Equals(Load(in left), Load(in right)));

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
