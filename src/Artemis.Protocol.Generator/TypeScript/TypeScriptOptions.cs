namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>How the TypeScript output is to be written.</summary>
/// <param name="RuntimeModule">
/// Where generated modules find the runtime: a package's name, or a path relative to the output's root such as
/// <c>../runtime/index.js</c>.
/// </param>
public sealed record TypeScriptOptions(string RuntimeModule = TypeScriptOptions.DefaultRuntimeModule)
{
    public const string DefaultRuntimeModule = "@artemis/client/runtime";
}
