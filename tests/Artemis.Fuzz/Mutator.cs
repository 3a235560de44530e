using System.Buffers.Binary;

namespace Artemis.Fuzz;

/// <summary>Makes inputs: nonsense, and golden bytes with something wrong in them.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, Random random)
{
    private const int MaxNonsense = 600;
    private const int MaxEdits = 6;

    /// <summary>Values at which counts, lengths and codes turn over.</summary>
    private static readonly uint[] Edges =
        [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x7fc0_0000, 0x7f80_0000];

    private readonly byte[] work = new byte[GuardedMemory.Capacity];
    private int length;

    /// <summary>The next input; valid until the next call.</summary>
    public ReadOnlySpan<byte> Next()
    {
        if (corpus.Count == 0 || random.Next(8) == 0)
            MakeNonsense();
        else
            Spoil();
        return work.AsSpan(0, length);
    }

    private void MakeNonsense()
    {
        length = random.Next(MaxNonsense);
        random.NextBytes(work.AsSpan(0, length));
    }

    private void Spoil()
    {
        var golden = Pick();
        golden.CopyTo(work, 0);
        length = golden.Length;
        for (var edits = random.Next(MaxEdits); edits >= 0; edits--)
            Edit();
    }

    private void Edit()
    {
        var at = random.Next(length + 1);
        switch (random.Next(8))
        {
            case 0:
                length = at;
                break;
            case 1:
                Flip(at);
                break;
            case 2:
                if (at < length)
                    work[at] = (byte)random.Next(256);
                break;
            case 3:
                Overwrite(at, Edges[random.Next(Edges.Length)], 1 << random.Next(3));
                break;
            case 4:
                Insert(at, random.Next(1, 9));
                break;
            case 5:
                Remove(at, random.Next(1, 9));
                break;
            case 6:
                Splice(at);
                break;
            default:
                MendFrame();
                break;
        }
    }

    private void Flip(int at)
    {
        if (at < length)
            work[at] ^= (byte)(1 << random.Next(8));
    }

    private void Overwrite(int at, uint value, int size)
    {
        for (var i = 0; i < size && at + i < length; i++)
            work[at + i] = (byte)(value >> (8 * i));
    }

    private void Insert(int at, int count)
    {
        if (length + count > work.Length)
            return;
        work.AsSpan(at, length - at).CopyTo(work.AsSpan(at + count));
        random.NextBytes(work.AsSpan(at, count));
        length += count;
    }

    private void Remove(int at, int count)
    {
        count = Math.Min(count, length - at);
        work.AsSpan(at + count, length - at - count).CopyTo(work.AsSpan(at));
        length -= count;
    }

    /// <summary>Goes on with the end of another golden input.</summary>
    private void Splice(int at)
    {
        var other = Pick();
        var from = random.Next(other.Length + 1);
        var count = Math.Min(other.Length - from, work.Length - at);
        other.AsSpan(from, count).CopyTo(work.AsSpan(at));
        length = at + count;
    }

    /// <summary>Makes a frame's lengths right again, so that what is spoilt inside is looked at.</summary>
    private void MendFrame()
    {
        if (length < 24)
            return;
        BinaryPrimitives.WriteUInt32LittleEndian(work.AsSpan(4), (uint)length);
        BinaryPrimitives.WriteUInt32LittleEndian(work.AsSpan(16), (uint)length - 20);
    }

    private byte[] Pick() => corpus[random.Next(corpus.Count)];
}
