using Artemis.Protocol.Generator.Diagnostics;
using Xunit;

namespace Artemis.Protocol.Generator.Tests;

public class RealSchemaTests
{
    [Fact]
    public void The_artemis_protocol_compiles_without_a_word()
    {
        var result = Assert.Single(SchemaCompiler.Compile(RealSchema.Files));

        Assert.Equal("", string.Concat(result.Diagnostics.Select(item => DiagnosticText.Format(item, RealSchema.TextOf(item.Path)))));
        Assert.NotNull(result.Model);
    }
}
