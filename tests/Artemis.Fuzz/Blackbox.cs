using System.IO.MemoryMappedFiles;

namespace Artemis.Fuzz;

/// <summary>
/// What is being decoded, in memory shared by way of a file: when an input brings the process down, the one that watches it can still read
/// which it was.
/// </summary>
/// <remarks>The file holds the number of runs (u64), the decoder (i32), the input's length (i32), and the input.</remarks>
internal sealed unsafe class Blackbox : IDisposable
{
    private const int Header = 16;

    private const int FileSize = Header + GuardedMemory.Capacity;

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* memory;

    private Blackbox(MemoryMappedFile file)
    {
        this.file = file;
        view = file.CreateViewAccessor();
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref memory);
    }

    public static Blackbox Create(string path) =>
        new(MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, FileSize));

    public static Blackbox Open(string path) =>
        new(MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, FileSize));

    /// <summary>How many inputs were fed.</summary>
    public ulong Runs => Volatile.Read(ref *(ulong*)memory);

    /// <summary>Number of the decoder that was fed last.</summary>
    public int Decoder => *(int*)(memory + 8);

    /// <summary>The input that was fed last.</summary>
    public ReadOnlySpan<byte> Input => new(memory + Header, *(int*)(memory + 12));

    /// <summary>Notes an input before it is fed.</summary>
    public void Note(ReadOnlySpan<byte> input, int decoder)
    {
        input.CopyTo(new Span<byte>(memory + Header, GuardedMemory.Capacity));
        *(int*)(memory + 8) = decoder;
        *(int*)(memory + 12) = input.Length;
        Volatile.Write(ref *(ulong*)memory, *(ulong*)memory + 1);
    }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }
}
