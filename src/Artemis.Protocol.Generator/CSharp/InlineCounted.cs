using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>A text or bytes short enough to be copied whole, whatever its length, and long enough that this pays.</summary>
internal sealed record InlineCounted(int Min, int Max)
{
    public static InlineCounted? Of(TypeModel type) => type switch
    {
        TextType { MaxBytes: >= ObjectPlan.GroupBytes and <= CSharpTypes.WholeCopyLimit } text => new InlineCounted(text.MinBytes, text.MaxBytes),
        BytesType { MaxBytes: >= ObjectPlan.GroupBytes and <= CSharpTypes.WholeCopyLimit } bytes => new InlineCounted(bytes.MinBytes, bytes.MaxBytes),
        _ => null,
    };
}
