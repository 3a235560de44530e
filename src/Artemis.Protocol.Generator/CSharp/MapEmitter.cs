using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Messages and records: classes whose properties are the keys of a MessagePack map.</summary>
internal sealed class MapEmitter(CSharpContext context)
{
    public OutputFile Emit(RecordModel item)
    {
        var name = context.Names.Type(item.Name);
        return context.File(name, output =>
        {
            output.Summary(item.Doc, $"The record <c>{item.Name}</c>.");
            using (output.Block($"public sealed partial class {name} : IEquatable<{name}>"))
                Map(output, name, [.. item.Fields], isMessage: false);
        }, usesMessagePack: true);
    }

    public OutputFile Emit(MessageModel item)
    {
        var name = context.Names.Type(item.Name);
        return context.File(name, output =>
        {
            output.Summary(item.Doc, $"The message <c>{item.Name}</c>.");
            if (item.Since is not null)
                output.Remarks($"Since {item.Since}.");
            using (output.Block($"public sealed partial class {name} : IEquatable<{name}>"))
            {
                output.Line("/// <summary>The type that its frame's header says.</summary>");
                output.Line($"public const uint PacketType = {NumberLiteral.Hex(item.TypeId)};");
                Map(output, name, [.. item.Fields], isMessage: true);
                Known(output, item.Since);
                Encode(output, item);
                Decode(output, name);
            }
        }, usesMessagePack: true);
    }

    private void Map(IndentedWriter output, string name, IReadOnlyList<FieldModel> fields, bool isMessage)
    {
        var names = new MapNames(context, name, fields);
        foreach (var field in fields)
        {
            output.Blank();
            output.Field(field.Name, field.Type, field.Since, field.Doc);
            output.Line($"public {(field.IsOptional ? string.Empty : "required ")}{MapTypes.Property(context, field)} {CSharpNames.Member(field.Name, name)} {{ get; init; }}");
        }

        output.Blank();
        output.Line("/// <summary>Keys that came and that the schema does not have; null for none.</summary>");
        output.Line("public UnknownKeys? Unknown { get; init; }");
        output.Blank();
        output.Line("/// <summary>How many keys came that the schema does not have.</summary>");
        output.Line("public int UnknownKeyCount => Unknown?.Count ?? 0;");
        foreach (var field in fields)
        {
            output.Blank();
            output.Line($"private static ReadOnlySpan<byte> {names.Key(field)} => [{string.Join(", ", Key(field.Name))}]; // \"{field.Name}\"");
        }

        new MapEncodeEmitter(context, output, names).Write(name, fields);
        new MapDecodeEmitter(context, output, names).Write(name, fields, isMessage);
        Equality(output, name, fields);
    }

    /// <summary>A key as MessagePack.</summary>
    private static IEnumerable<string> Key(string name)
    {
        if (name.Length <= 31)
            yield return NumberLiteral.Hex(0xa0 | (ulong)name.Length);
        else
        {
            yield return "0xd9";
            yield return NumberLiteral.Hex((ulong)name.Length);
        }

        foreach (var letter in name)
            yield return NumberLiteral.Hex(letter);
    }

    private static void Known(IndentedWriter output, ProtocolVersion? since)
    {
        output.Blank();
        output.Line("/// <summary>Whether a peer of some version knows it.</summary>");
        output.Line($"public static bool IsKnownTo(ProtocolVersion peer) => {(since is null ? "true" : $"peer >= {CSharpContext.Version(since)}")};");
    }

    private void Encode(IndentedWriter output, MessageModel item)
    {
        var both = item.From == Origins.Both;
        var (parameter, origin, passed, cref) = both ? (", Origin origin", "origin", ", origin", ", Origin") : (string.Empty, $"Origin.{item.From}", string.Empty, string.Empty);
        output.Blank();
        output.Line("/// <summary>Writes the body.</summary>");
        output.Line("/// <exception cref=\"EncodeException\">A text, bin or list has a size that the schema does not allow.</exception>");
        output.Line($"public void Encode(IBufferWriter<byte> output) => Encode(output, {context.ProtocolClass}.Version);");
        output.Blank();
        output.Line("/// <summary>Writes the body for a peer of some version: what is newer is left out.</summary>");
        output.Line("/// <inheritdoc cref=\"Encode(IBufferWriter{byte})\"/>");
        using (output.Block("public void Encode(IBufferWriter<byte> output, ProtocolVersion peer)"))
        {
            output.Line("var writer = new MessagePackWriter(output);");
            output.Line("Write(ref writer, peer);");
            output.Line("writer.Flush();");
        }

        output.Blank();
        output.Line("/// <summary>Appends a whole frame, header and body.</summary>");
        output.Line("/// <exception cref=\"EncodeException\">");
        output.Line("/// A text, bin or list has a size that the schema does not allow, or the frame passes the limit; then nothing is appended.");
        output.Line("/// </exception>");
        output.Line($"public void EncodeFrame(FrameBuffer frames{parameter}) => EncodeFrame(frames{passed}, {context.ProtocolClass}.Version);");
        output.Blank();
        output.Line("/// <summary>Appends a whole frame for a peer of some version: what is newer is left out.</summary>");
        output.Line($"/// <inheritdoc cref=\"EncodeFrame(FrameBuffer{cref})\"/>");
        using (output.Block($"public void EncodeFrame(FrameBuffer frames{parameter}, ProtocolVersion peer)"))
        {
            output.Line("frames.BeginFrame();");
            using (output.Block("try"))
                output.Line("Encode(frames, peer);");
            using (output.Block("catch (EncodeException)"))
            {
                output.Line("frames.CancelFrame();");
                output.Line("throw;");
            }

            output.Blank();
            output.Line($"frames.EndFrame({context.ProtocolClass}.Magic, {origin}, PacketType, {context.ProtocolClass}.FrameLimit);");
        }

        output.Blank();
        output.Line("/// <summary>A whole frame in an array of its own.</summary>");
        output.Line($"/// <inheritdoc cref=\"EncodeFrame(FrameBuffer{cref})\"/>");
        output.Line($"public byte[] ToFrame({parameter.TrimStart(',', ' ')}) => ToFrame({(both ? "origin, " : string.Empty)}{context.ProtocolClass}.Version);");
        output.Blank();
        output.Line("/// <summary>A whole frame in an array of its own, for a peer of some version: what is newer is left out.</summary>");
        output.Line($"/// <inheritdoc cref=\"EncodeFrame(FrameBuffer{cref})\"/>");
        using (output.Block($"public byte[] ToFrame({(both ? "Origin origin, " : string.Empty)}ProtocolVersion peer)"))
        {
            output.Line("using var frames = new FrameBuffer();");
            output.Line($"EncodeFrame(frames{passed}, peer);");
            output.Line("return frames.WrittenSpan.ToArray();");
        }
    }

    private static void Decode(IndentedWriter output, string name)
    {
        output.Blank();
        output.Line("/// <summary>Reads a whole body.</summary>");
        output.Line("/// <param name=\"body\">Exactly the body; bytes behind it are an error.</param>");
        output.Line("/// <param name=\"message\">The message, or null if something is wrong.</param>");
        output.Line("/// <param name=\"error\">What was wrong, where, and in which key.</param>");
        using (output.Block($"public static DecodeStatus TryDecode(ReadOnlyMemory<byte> body, out {name}? message, out DecodeError error)"))
        {
            output.Line("message = null;");
            output.Line("var reader = new MessageReader(body);");
            using (output.Block("try"))
            {
                output.Line("if (!Read(ref reader, out var read) || !reader.End())");
                using (output.Block())
                {
                    output.Line("error = reader.Error;");
                    output.Line("return error.Status;");
                }

                output.Blank();
                output.Line("message = read;");
                output.Line("error = default;");
                output.Line("return DecodeStatus.Ok;");
            }

            using (output.Block("catch (Exception exception) when (reader.Explains(exception))"))
            {
                output.Line("error = reader.Error;");
                output.Line("return error.Status;");
            }
        }
    }

    private void Equality(IndentedWriter output, string name, IReadOnlyList<FieldModel> fields)
    {
        output.Blank();
        output.Line("/// <summary>Whether all keys have equal values.</summary>");
        output.Line($"public bool Equals({name}? other) =>");
        using (output.Indent())
        {
            output.Line("other is not null");
            foreach (var field in fields)
                output.Line($"&& {Equal(field, CSharpNames.Member(field.Name, name))}");
            output.Line("&& Equals(Unknown, other.Unknown);");
        }

        output.Blank();
        output.Line("/// <inheritdoc/>");
        output.Line($"public override bool Equals(object? obj) => Equals(obj as {name});");
        output.Blank();
        output.Line("/// <inheritdoc/>");
        using (output.Block("public override int GetHashCode()"))
        {
            output.Line("var hash = new HashCode();");
            foreach (var field in fields)
            {
                var member = CSharpNames.Member(field.Name, name);
                output.Line(field.Type is ArrayType or BytesType ? $"hash.Add({member}{(field.IsOptional ? "?" : string.Empty)}.Length);" : $"hash.Add({member});");
            }

            output.Line("return hash.ToHashCode();");
        }
    }

    private string Equal(FieldModel field, string member) => field.Type switch
    {
        ArrayType or BytesType when field.IsOptional => $"({member} is null) == (other.{member} is null) && MemoryExtensions.SequenceEqual({member}.AsSpan(), other.{member}.AsSpan(), null)",
        ArrayType or BytesType => $"MemoryExtensions.SequenceEqual({member}.AsSpan(), other.{member}.AsSpan(), null)",
        RecordType => $"Equals({member}, other.{member})",
        TextType => $"{member} == other.{member}",
        _ => $"EqualityComparer<{MapTypes.Property(context, field)}>.Default.Equals({member}, other.{member})",
    };
}
