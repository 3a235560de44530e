using Artemis.Protocol.Generator;
using Artemis.Protocol.Generator.CSharp;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Reference;
using Artemis.Protocol.Generator.TypeScript;
using Artemis.Protocol.Generator.Vectors;

namespace Artemis.Protocol.Tool.Files;

/// <summary>Which outputs are wanted and where; null for those that are not.</summary>
/// <param name="TypeScriptRuntime">Module that generated TypeScript imports its runtime from; null for the usual one.</param>
internal sealed record OutputRequest(string? CSharp, string? TypeScript, string? TypeScriptRuntime, string? Vectors, string? Reference)
{
    public bool IsEmpty => CSharp is null && TypeScript is null && Vectors is null && Reference is null;

    /// <summary>Makes all files that are wanted.</summary>
    public IReadOnlyList<OutputSet> Emit(ProtocolModel model)
    {
        var outputs = new List<OutputSet>();
        Add("csharp", CSharp, () => CSharpEmitter.Emit(model));
        Add("typescript", TypeScript, () => TypeScriptEmitter.Emit(model, new TypeScriptOptions(TypeScriptRuntime ?? TypeScriptOptions.DefaultRuntimeModule)));
        Add("vectors", Vectors, () => VectorEmitter.Emit(model));
        Add("reference", Reference, () => ReferenceEmitter.Emit(model));
        return outputs;

        void Add(string kind, string? folder, Func<IEnumerable<OutputFile>> emit)
        {
            if (folder is not null)
                outputs.Add(new OutputSet(model.Name, kind, folder, [.. emit()]));
        }
    }
}
