using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Writes the statements that give the set fields of an object <c>value</c> what their codes stand for.</summary>
internal sealed class ValueCode(ObjectFacts facts, IndentedWriter output)
{
    private readonly LocalNames locals = new("mask", "value", "codes", "source", "length", "bytesRead", "status", "bad", "at", "reader");

    /// <summary>Stores a group's values, whose codes are in its local variable.</summary>
    public void Store(GroupSegment group)
    {
        var local = ObjectFacts.Local(group);
        for (var window = 0; window < facts.Values(group)!.Windows; window++)
        {
            output.Line($"Tables.{ObjectFacts.ValuesName(group, window)}.Store({local}, ref value.{facts.Member(group.Fields[0])}, {window * ObjectPlan.GroupBytes});");
        }
    }

    /// <summary>Converts the fields of a group one by one.</summary>
    /// <param name="owner">How the codes are reached, such as <c>codes.</c></param>
    public void Convert(GroupSegment group, string owner)
    {
        foreach (var field in group.Fields)
            Convert(field, owner);
    }

    /// <summary>Converts one field.</summary>
    public void Convert(ObjectFieldModel field, string owner)
    {
        var (from, into) = (owner + facts.Member(field), $"value.{facts.Member(field)}");
        if (field.Type is TextType or BytesType or StructType or ArrayType)
        {
            using (output.Block($"if ((mask & {facts.Bit(field)}) != 0)"))
                MemberCode.Convert(facts.Context, output, field.Type, from, into, Form.Natural, locals);
        }
        else
        {
            output.Line($"{into} = Choose.Either((mask & {facts.Bit(field)}) != 0, {facts.Context.Conversions.ToNatural(field.Type, from)}, {into});");
        }
    }
}
