// A message there and back, then the assemblies whose types write and read it.
using System.Buffers;
using System.Reflection;
using Artemis.Protocol.Runtime;
using Sea.Radio;

var register = new Register
{
    Serial = Guid.NewGuid(),
    Owner = new Person { Name = "Inês", Email = "ines@example.org" },
    Crew = [new Person { Name = "Ole" }],
    Certificate = [1, 2, 3],
    Ratings = [1.5, -2],
    Built = 1_700_000_000_000,
    Kind = Kind.Wave,
};
var output = new ArrayBufferWriter<byte>();
register.Encode(output);
if (Register.TryDecode(output.WrittenMemory, out var again, out var error) != DecodeStatus.Ok || !register.Equals(again))
    throw new InvalidOperationException($"it came back as {error}");
if (Register.TryDecode(output.WrittenMemory[..^1], out _, out _) != DecodeStatus.Truncated)
    throw new InvalidOperationException("a message that is cut short is taken");

const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance;
var write = typeof(Register).GetMethod("Write", Hidden)!.GetParameters()[0].ParameterType.GetElementType()!;
var reader = typeof(Register).GetMethod("Read", BindingFlags.NonPublic | BindingFlags.Static)!.GetParameters()[0].ParameterType.GetElementType()!;
var read = reader.GetFields(Hidden).Single(field => field.FieldType.Name == "MessagePackReader").FieldType;
Console.WriteLine(write.Assembly.GetName().Name);
Console.WriteLine(read.Assembly.GetName().Name);
