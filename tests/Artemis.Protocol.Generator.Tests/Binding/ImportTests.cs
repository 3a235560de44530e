using Artemis.Protocol.Generator.Diagnostics;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Binding;

public class ImportTests
{
    [Fact]
    public void Imports_are_relative_to_the_file_they_stand_in_and_may_go_in_circles()
    {
        var results = SchemaCompiler.Compile(
        [
            new SchemaFile("/game/schema/root.artemis", "protocol Game 1.0\nimport \"parts/a.artemis\"\nstruct Root { a : A, b : B }"),
            new SchemaFile("/game/schema/parts/a.artemis", "import \"../b.artemis\"\nimport \"a.artemis\"\nstruct A { b : B }"),
            new SchemaFile(@"/game\schema/./b.artemis", "import \"root.artemis\"\nimport \"./parts/../parts/a.artemis\"\nstruct B { x : u8 }"),
        ]);

        var result = Assert.Single(results);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(["Root", "A", "B"], result.Model!.Structs.Select(item => item.Name));
    }

    [Theory]
    [InlineData(@"C:\game\root.artemis", @"C:\game\parts\a.artemis", "parts/a.artemis")]
    [InlineData(@"\\server\share\root.artemis", @"\\server\share\a.artemis", "./a.artemis")]
    [InlineData("root.artemis", "../a.artemis", "../a.artemis")]
    [InlineData("/root.artemis", "/elsewhere/a.artemis", "/elsewhere/a.artemis")]
    public void Paths_may_be_those_of_any_system(string root, string other, string import)
    {
        var result = Assert.Single(SchemaCompiler.Compile([new SchemaFile(root, $"protocol P 1.0\nimport \"{import}\""), new SchemaFile(other, "struct A { x : Nope }")]));

        Assert.Equal((other, Rules.UnknownName.Id), (Assert.Single(result.Diagnostics).Path, result.Diagnostics[0].Id));
    }

    [Fact]
    public void Each_root_is_a_protocol_of_its_own_and_may_share_files()
    {
        var results = SchemaCompiler.Compile(
        [
            new SchemaFile("one.artemis", "// first\nprotocol One 1.0\nimport \"shared.artemis\""),
            new SchemaFile("shared.artemis", "struct Shared { x : u8 }"),
            new SchemaFile("two.artemis", "/// Second.\nprotocol Two 2.0\nimport \"shared.artemis\""),
        ]);

        Assert.Equal(["One", "Two"], results.Select(result => result.Model!.Name));
        Assert.All(results, result => Assert.Single(result.Model!.Structs));
    }

    [Fact]
    public void A_file_that_no_protocol_imports_is_pointed_out()
    {
        var results = SchemaCompiler.Compile([new SchemaFile("a.artemis", "protocol A 1.0"), new SchemaFile("lost.artemis", "struct Lost { x : u8 }")]);

        Assert.NotNull(results[0].Model);
        Assert.Equal(("lost.artemis", null), (results[1].RootPath, results[1].Model));
        Assert.Equal([Rules.NotImported.Id], Compile.Ids(results[1]));
    }

    [Fact]
    public void A_root_whose_first_word_is_misspelled_does_not_go_unnoticed()
    {
        var result = Assert.Single(SchemaCompiler.Compile([new SchemaFile("a.artemis", "protocl A 1.0")]));

        Assert.Equal("did you mean 'protocol'?", Assert.Single(result.Diagnostics).Advice);
    }

    [Fact]
    public void A_name_that_two_files_declare_is_said_to_be_in_the_other()
    {
        var result = Compile.File("protocol Test 1.0\nimport \"a.artemis\"\nstruct Twice { x : u8 }", ("a.artemis", "record Twice { x : u8 }"));

        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("a.artemis", "rename one of them; the other is at test.artemis(3,8)"), (diagnostic.Path, diagnostic.Advice));
    }

    [Fact]
    public void Errors_come_by_file_in_the_order_of_imports_and_then_by_place()
    {
        var result = Compile.File(
            "protocol Test 1.0\nimport \"z.artemis\"\nimport \"a.artemis\"\nstruct Root { y : Nope, x : u8 in 2..1 }",
            ("a.artemis", "struct A { x : Nope }"),
            ("z.artemis", "struct Z { x : Nope }"));

        Assert.Equal(
            ["test.artemis(4,19)", "test.artemis(4,32)", "z.artemis(1,16)", "a.artemis(1,16)"],
            result.Diagnostics.Select(item => $"{item.Path}({item.Start})"));
    }
}
