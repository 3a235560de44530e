using System.Reflection;
using System.Runtime.CompilerServices;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>Makes and reads lists, whatever generated type they have: arrays, lists with a count in place, or inline arrays.</summary>
internal static class InlineLists
{
    public static Type ElementType(Type list) => list.IsArray ? list.GetElementType()! : list.GetGenericArguments()[0];

    public static object Make(Type list, IReadOnlyList<object> items)
    {
        if (list.IsArray)
        {
            var array = Array.CreateInstance(ElementType(list), items.Count);
            for (var i = 0; i < items.Count; i++)
                array.SetValue(items[i], i);
            return array;
        }

        if (list.GetMethod("Add") is not { } add)
            return Fixed(nameof(MakeFixed), list, [items]);

        var made = Activator.CreateInstance(list)!;
        foreach (var item in items)
            add.Invoke(made, [item]);
        return made;
    }

    public static IEnumerable<object> Items(object list, int fixedCount)
    {
        if (list is Array array)
            return array.Cast<object>();
        if (list.GetType().GetMethod("Add") is null)
            return (IEnumerable<object>)Fixed(nameof(ReadFixed), list.GetType(), [list, fixedCount]);

        var type = list.GetType();
        var count = (int)type.GetProperty("Count")!.GetValue(list)!;
        var item = type.GetProperty("Item")!;
        return Enumerable.Range(0, count).Select(i => item.GetValue(list, [i])!);
    }

    private static object Fixed(string method, Type list, object[] arguments) =>
        typeof(InlineLists).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(list, ElementType(list))
            .Invoke(null, arguments)!;

    private static object MakeFixed<TList, T>(IReadOnlyList<object> items)
        where TList : struct
    {
        var list = default(TList);
        for (var i = 0; i < items.Count; i++)
            Unsafe.Add(ref Unsafe.As<TList, T>(ref list), i) = (T)items[i];
        return list;
    }

    private static object[] ReadFixed<TList, T>(TList list, int count)
        where TList : struct
    {
        var items = new object[count];
        for (var i = 0; i < count; i++)
            items[i] = Unsafe.Add(ref Unsafe.As<TList, T>(ref list), i)!;
        return items;
    }
}
