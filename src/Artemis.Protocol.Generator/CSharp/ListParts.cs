using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>The bodies of inline lists.</summary>
internal static class ListParts
{
    public static void Write(IndentedWriter output, string name, int max, string countType)
    {
        output.Line($"/// <summary>Up to {max} elements, in place: no allocation.</summary>");
        output.Line("[StructLayout(LayoutKind.Sequential, Pack = 1)]");
        using (output.Block($"public struct {name}<T> : IEquatable<{name}<T>>\n    where T : struct"))
        {
            output.Line("/// <summary>Most elements that it can hold.</summary>");
            output.Line($"public const int Capacity = {max};");
            output.Blank();
            output.Line($"private {countType} count;");
            output.Line("private Buffer buffer;");
            output.Blank();
            output.Line("/// <summary>Makes a list of some elements.</summary>");
            output.Line($"/// <exception cref=\"EncodeException\">There are more than {max}.</exception>");
            using (output.Block($"public {name}(params ReadOnlySpan<T> items)"))
            {
                output.Line("EncodeException.ThrowIfOutside(items.Length, 0, Capacity, nameof(items));");
                output.Line($"count = ({countType})items.Length;");
                output.Line("items.CopyTo(buffer);");
            }

            output.Blank();
            output.Line("/// <summary>How many elements it holds. Those that come into being are zero.</summary>");
            output.Line($"/// <exception cref=\"EncodeException\">More than {max} are wanted.</exception>");
            using (output.Block("public int Count"))
            {
                output.Line("readonly get => count;");
                using (output.Block("set"))
                {
                    output.Line("EncodeException.ThrowIfOutside(value, 0, Capacity, nameof(Count));");
                    output.Line("if (value > count)");
                    using (output.Indent())
                        output.Line("((Span<T>)buffer)[count..value].Clear();");
                    output.Line($"count = ({countType})value;");
                }
            }

            output.Blank();
            output.Line("/// <summary>The elements, to read.</summary>");
            output.Line("[UnscopedRef]");
            output.Line("public readonly ReadOnlySpan<T> Items => ((ReadOnlySpan<T>)buffer)[..count];");
            output.Blank();
            output.Line("/// <summary>The elements, to change.</summary>");
            output.Line("[UnscopedRef]");
            output.Line("public Span<T> AsSpan() => ((Span<T>)buffer)[..count];");
            output.Blank();
            output.Line("/// <summary>An element.</summary>");
            output.Line("/// <exception cref=\"IndexOutOfRangeException\">There is no such element.</exception>");
            output.Line("[UnscopedRef]");
            output.Line("public ref T this[int index] => ref AsSpan()[index];");
            output.Blank();
            output.Line("/// <summary>Appends an element.</summary>");
            output.Line("/// <exception cref=\"EncodeException\">The list is full.</exception>");
            using (output.Block("public void Add(T item)"))
            {
                output.Line("Count++;");
                output.Line("this[count - 1] = item;");
            }

            output.Blank();
            output.Line("/// <summary>Removes all elements.</summary>");
            output.Line("public void Clear() => count = 0;");
            output.Blank();
            Equality(output, $"{name}<T>", "Items");
            Buffer(output);
        }
    }

    public static void WriteFixed(IndentedWriter output, string name, int count)
    {
        output.Line($"/// <summary>Always {count} elements, in place: no allocation.</summary>");
        output.Line($"[InlineArray({count})]");
        output.Line("[StructLayout(LayoutKind.Sequential, Pack = 1)]");
        using (output.Block($"public struct {name}<T> : IEquatable<{name}<T>>\n    where T : struct"))
        {
            output.Line("private T first;");
            output.Blank();
            output.Line("/// <summary>Makes an array of elements; those that are not given are zero.</summary>");
            output.Line($"/// <exception cref=\"EncodeException\">There are more than {count}.</exception>");
            using (output.Block($"public {name}(params ReadOnlySpan<T> items)"))
            {
                output.Line($"EncodeException.ThrowIfOutside(items.Length, 0, {count}, nameof(items));");
                output.Line("items.CopyTo(this);");
            }

            output.Blank();
            output.Line("/// <summary>How many elements there are.</summary>");
            output.Line($"public const int Count = {count};");
            output.Blank();
            output.Line("/// <summary>The elements, to read.</summary>");
            output.Line("[UnscopedRef]");
            output.Line("public readonly ReadOnlySpan<T> Items => this;");
            output.Blank();
            Equality(output, $"{name}<T>", "Items");
        }
    }

    private static void Equality(IndentedWriter output, string type, string items)
    {
        output.Line("/// <inheritdoc/>");
        using (output.Block($"public readonly bool Equals({type} other)"))
        {
            output.Line($"if ({items}.Length != other.{items}.Length)");
            using (output.Indent())
                output.Line("return false;");
            using (output.Block($"for (var i = 0; i < {items}.Length; i++)"))
            {
                output.Line($"if (!EqualityComparer<T>.Default.Equals({items}[i], other.{items}[i]))");
                using (output.Indent())
                    output.Line("return false;");
            }

            output.Blank();
            output.Line("return true;");
        }

        output.Blank();
        output.Line("/// <inheritdoc/>");
        output.Line($"public override readonly bool Equals(object? obj) => obj is {type} other && Equals(other);");
        output.Blank();
        output.Line("/// <inheritdoc/>");
        using (output.Block("public override readonly int GetHashCode()"))
        {
            output.Line("var hash = new HashCode();");
            output.Line($"foreach (ref readonly var item in {items})");
            using (output.Indent())
                output.Line("hash.Add(item);");
            output.Line("return hash.ToHashCode();");
        }

        output.Blank();
        output.Line("/// <summary>Whether both hold equal elements.</summary>");
        output.Line($"public static bool operator ==({type} left, {type} right) => left.Equals(right);");
        output.Blank();
        output.Line("/// <summary>Whether their elements differ.</summary>");
        output.Line($"public static bool operator !=({type} left, {type} right) => !left.Equals(right);");
    }

    private static void Buffer(IndentedWriter output)
    {
        output.Blank();
        output.Line("[InlineArray(Capacity)]");
        output.Line("[StructLayout(LayoutKind.Sequential, Pack = 1)]");
        using (output.Block("private struct Buffer"))
            output.Line("private T first;");
    }
}
