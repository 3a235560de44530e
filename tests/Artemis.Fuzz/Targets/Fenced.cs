using System.Runtime.InteropServices;

namespace Artemis.Fuzz.Targets;

/// <summary>A value with known bytes before and behind it, which decoding it must leave alone.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Fenced<T>
    where T : struct
{
    private const ulong Mark = 0xfe9c_ed5e_a1ed_0ff5;

    private ulong before0;
    private ulong before1;

    /// <summary>The value.</summary>
    public T Value;

    private ulong behind0;
    private ulong behind1;

    public void Build() => before0 = before1 = behind0 = behind1 = Mark;

    /// <summary>Whether the fence stands.</summary>
    public readonly bool IsWhole => (before0, before1, behind0, behind1) == (Mark, Mark, Mark, Mark);
}
