using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Xunit;

namespace Artemis.Protocol.Generator.Tests;

/// <summary>Compiles schemas that tests write in place.</summary>
internal static class Compile
{
    public const string Prelude = "protocol Test 1.1\n";

    /// <summary>Compiles declarations behind a first line <c>protocol Test 1.1</c>, in a file <c>test.artemis</c>.</summary>
    public static CompilationResult Declarations(string declarations) => File(Prelude + declarations);

    public static CompilationResult File(string text, params (string Path, string Text)[] others) => SchemaCompiler.Compile(
        new SchemaFile("test.artemis", text),
        path => others.Where(file => file.Path == path).Select(file => file.Text).FirstOrDefault());

    /// <summary>The model of declarations that must be right.</summary>
    public static ProtocolModel Model(string declarations)
    {
        var result = Declarations(declarations);
        Assert.Equal("", Print(result, Prelude + declarations));
        return result.Model!;
    }

    /// <summary>All diagnostics as a console shows them.</summary>
    public static string Print(CompilationResult result, string text) =>
        string.Join("\n", result.Diagnostics.Select(item => DiagnosticText.Format(item, item.Path == "test.artemis" ? text : null)));

    public static IEnumerable<string> Ids(CompilationResult result) => result.Diagnostics.Select(item => item.Id);
}
