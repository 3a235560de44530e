using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>All modules of one protocol, and what they have in common.</summary>
internal sealed class TsOutput(ProtocolModel protocol, TypeScriptOptions options)
{
    private readonly List<TsModule> modules = [];

    public ProtocolModel Protocol { get; } = protocol;

    public TypeScriptOptions Options { get; } = options;

    public TsNames Names { get; } = new(protocol);

    public TsReach Reach { get; } = new(protocol);

    /// <summary>Begins a module; it is part of the output from now on.</summary>
    /// <param name="path">From the output's root, such as <c>objects/player-ship.ts</c>.</param>
    public TsModule Module(string path)
    {
        var module = new TsModule(this, path);
        modules.Add(module);
        return module;
    }

    /// <summary>The modules that have content, and the index that exports them all.</summary>
    public IEnumerable<OutputFile> Finish()
    {
        var written = modules.Where(module => !module.IsEmpty).ToArray();
        var index = new TsModule(this, "index.ts");
        index.Code.Lines(TsDocs.Comment(Protocol.Doc));
        if (Protocol.Doc.Length > 0)
            index.Code.Blank();
        foreach (var module in written)
            index.Code.Line($"export * from './{TsNames.ImportPath(module.Path)}';");
        return written.Append(index).Select(module => module.ToFile());
    }
}
