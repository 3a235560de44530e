using System.Runtime.InteropServices;

namespace Artemis.Fuzz;

/// <summary>
/// A room between two pages that nobody may touch: a byte read or written before its start or behind its end is a fault of the
/// processor, whether or not the code checks bounds. On systems other than Linux there are no such pages, and only checks are tested.
/// </summary>
internal sealed unsafe partial class GuardedMemory
{
    /// <summary>Room in bytes.</summary>
    public const int Capacity = 128 * 1024;

    private const int PageSize = 64 * 1024;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly byte* start;

    public GuardedMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            start = (byte*)NativeMemory.Alloc(Capacity);
            return;
        }

        var all = Map(0, Capacity + (2 * PageSize), 0, PrivateAnonymous, -1, 0);
        start = (byte*)all + PageSize;
        if (all == -1 || Protect((nint)start, Capacity, ReadWrite) != 0)
            throw new InvalidOperationException("The kernel gave no guarded memory.");
    }

    /// <summary>Whether there are forbidden pages.</summary>
    public static bool IsGuarded => OperatingSystem.IsLinux();

    /// <summary>Bytes that end where the room ends.</summary>
    public Span<byte> AtEnd(int length) => new(start + Capacity - length, length);

    /// <summary>Bytes that begin where the room begins.</summary>
    public Span<byte> AtStart(int length) => new(start, length);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(nint address, nint length, int protection);
}
