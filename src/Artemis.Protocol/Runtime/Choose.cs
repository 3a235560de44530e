using System.Runtime.CompilerServices;

namespace Artemis.Protocol.Runtime;

/// <summary>Chooses between two values that are both at hand, without a branch where the machine can.</summary>
public static class Choose
{
    /// <summary>One value or the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Either<T>(bool condition, T first, T second)
        where T : unmanaged
    {
        // Floats have no conditional move; their bits do.
        if (typeof(T) == typeof(float))
        {
            var bits = condition ? Unsafe.BitCast<T, uint>(first) : Unsafe.BitCast<T, uint>(second);
            return Unsafe.BitCast<uint, T>(bits);
        }

        if (typeof(T) == typeof(double))
        {
            var bits = condition ? Unsafe.BitCast<T, ulong>(first) : Unsafe.BitCast<T, ulong>(second);
            return Unsafe.BitCast<ulong, T>(bits);
        }

        return condition ? first : second;
    }
}
