using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.CSharp;

/// <summary>Compiles C# in memory, with all warnings, and runs it.</summary>
internal static class RoslynHost
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        """;

    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || path.EndsWith("netstandard.dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The library as it was built.</summary>
    public static string LibraryPath { get; } = Path.Combine(
        RealSchema.RepositoryRoot(), "src", "Artemis.Protocol", "bin", Configuration(), "net10.0", "Artemis.Protocol.dll");

    /// <summary>An assembly's bytes; the test fails with what the compiler says if it says anything.</summary>
    public static byte[] Compile(string assemblyName, IEnumerable<(string Path, string Text)> sources, IEnumerable<MetadataReference> references, params string[] symbols)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: symbols);
        var trees = sources.Append(("GlobalUsings.cs", GlobalUsings)).Select(source => CSharpSyntaxTree.ParseText(source.Item2, options, source.Item1));
        var compilation = CSharpCompilation.Create(
            assemblyName,
            trees,
            [.. Platform, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
        using var output = new MemoryStream();
        var result = compilation.Emit(output, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(result.Diagnostics.Where(item => item.Severity >= DiagnosticSeverity.Warning).Select(item => item.ToString()));
        return output.ToArray();
    }

    /// <summary>Calls a static method without parameters in an assembly that may refer to some others.</summary>
    public static object? Run(byte[] assembly, string type, string method, params byte[][] others)
    {
        var context = new AssemblyLoadContext("generated", isCollectible: true);
        try
        {
            foreach (var other in others)
                context.LoadFromStream(new MemoryStream(other));
            var loaded = context.LoadFromStream(new MemoryStream(assembly));
            return loaded.GetType(type, throwOnError: true)!.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null);
        }
        finally
        {
            context.Unload();
        }
    }

    private static string Configuration() => typeof(RoslynHost).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Configuration").Value!;
}
