namespace Artemis.Protocol.Generator.Syntax;

/// <summary>What a file is made of.</summary>
public abstract class DeclarationSyntax(string doc, SyntaxToken name) : SyntaxNode
{
    public string Doc { get; } = doc;

    public SyntaxToken Name { get; } = name;
}

/// <summary>A whole file.</summary>
public sealed class FileSyntax(
    ProtocolSyntax? protocol,
    IReadOnlyList<ImportSyntax> imports,
    IReadOnlyList<DeclarationSyntax> declarations) : SyntaxNode
{
    /// <summary>Only root files have one.</summary>
    public ProtocolSyntax? Protocol { get; } = protocol;

    public IReadOnlyList<ImportSyntax> Imports { get; } = imports;

    /// <summary>All but the protocol.</summary>
    public IReadOnlyList<DeclarationSyntax> Declarations { get; } = declarations;
}

/// <summary><c>protocol Name 1.0 { settings }</c>.</summary>
public sealed class ProtocolSyntax(string doc, SyntaxToken name, SyntaxToken version, IReadOnlyList<SettingSyntax> settings)
    : DeclarationSyntax(doc, name)
{
    public SyntaxToken Version { get; } = version;

    public IReadOnlyList<SettingSyntax> Settings { get; } = settings;
}

/// <summary><c>import "file.artemis"</c>.</summary>
public sealed class ImportSyntax(SyntaxToken path) : SyntaxNode
{
    public SyntaxToken Path { get; } = path;
}

/// <summary><c>const Name = value</c>.</summary>
public sealed class ConstSyntax(string doc, SyntaxToken name, ExpressionSyntax value) : DeclarationSyntax(doc, name)
{
    public ExpressionSyntax Value { get; } = value;
}

/// <summary><c>quantity Name = type</c>.</summary>
public sealed class QuantitySyntax(string doc, SyntaxToken name, TypeSyntax type) : DeclarationSyntax(doc, name)
{
    public TypeSyntax Type { get; } = type;
}

/// <summary><c>enum Name : u8 { members }</c>, or <c>flags</c>.</summary>
public sealed class EnumSyntax(
    string doc, SyntaxToken name, bool isFlags, SyntaxToken type, IReadOnlyList<EnumMemberSyntax> members)
    : DeclarationSyntax(doc, name)
{
    public bool IsFlags { get; } = isFlags;

    public SyntaxToken Type { get; } = type;

    public IReadOnlyList<EnumMemberSyntax> Members { get; } = members;
}

/// <summary>A declaration with a list of fields and perhaps a version from which it exists.</summary>
public abstract class CompositeSyntax(string doc, SyntaxToken name, SinceSyntax? since, IReadOnlyList<FieldSyntax> fields)
    : DeclarationSyntax(doc, name)
{
    public SinceSyntax? Since { get; } = since;

    public IReadOnlyList<FieldSyntax> Fields { get; } = fields;
}

/// <summary><c>struct Name { fields }</c>.</summary>
public sealed class StructSyntax(string doc, SyntaxToken name, SinceSyntax? since, IReadOnlyList<FieldSyntax> fields)
    : CompositeSyntax(doc, name, since, fields);

/// <summary><c>record Name { fields }</c>.</summary>
public sealed class RecordSyntax(string doc, SyntaxToken name, SinceSyntax? since, IReadOnlyList<FieldSyntax> fields)
    : CompositeSyntax(doc, name, since, fields);

/// <summary><c>event Name = 1 { fields }</c>.</summary>
public sealed class EventSyntax(
    string doc, SyntaxToken name, ExpressionSyntax id, SinceSyntax? since, IReadOnlyList<FieldSyntax> fields)
    : CompositeSyntax(doc, name, since, fields)
{
    public ExpressionSyntax Id { get; } = id;
}

/// <summary><c>command Name = 1 by Console.Helm { fields }</c>.</summary>
public sealed class CommandSyntax(
    string doc,
    SyntaxToken name,
    ExpressionSyntax id,
    IReadOnlyList<SenderSyntax> senders,
    SinceSyntax? since,
    IReadOnlyList<FieldSyntax> fields) : CompositeSyntax(doc, name, since, fields)
{
    public ExpressionSyntax Id { get; } = id;

    public IReadOnlyList<SenderSyntax> Senders { get; } = senders;
}

/// <summary><c>packet Name from server = 1 { fields }</c>; the id may be <c>jamcrc "name"</c>.</summary>
public sealed class PacketSyntax(
    string doc,
    SyntaxToken name,
    SyntaxToken from,
    SyntaxToken? hash,
    ExpressionSyntax id,
    SinceSyntax? since,
    IReadOnlyList<FieldSyntax> fields) : CompositeSyntax(doc, name, since, fields)
{
    public SyntaxToken From { get; } = from;

    /// <summary>The word <c>jamcrc</c>; then the id is a text.</summary>
    public SyntaxToken? Hash { get; } = hash;

    public ExpressionSyntax Id { get; } = id;
}

/// <summary><c>message Name from client = 1 { fields }</c>.</summary>
public sealed class MessageSyntax(
    string doc,
    SyntaxToken name,
    SyntaxToken from,
    ExpressionSyntax id,
    SinceSyntax? since,
    IReadOnlyList<FieldSyntax> fields) : CompositeSyntax(doc, name, since, fields)
{
    public SyntaxToken From { get; } = from;

    public ExpressionSyntax Id { get; } = id;
}

/// <summary><c>object Name = 1 mask 3 { members }</c>.</summary>
public sealed class ObjectSyntax(
    string doc,
    SyntaxToken name,
    ExpressionSyntax id,
    ExpressionSyntax mask,
    SinceSyntax? since,
    IReadOnlyList<MemberSyntax> members) : DeclarationSyntax(doc, name)
{
    public ExpressionSyntax Id { get; } = id;

    public ExpressionSyntax Mask { get; } = mask;

    public SinceSyntax? Since { get; } = since;

    /// <summary>Fields, views and reservations, as they come.</summary>
    public IReadOnlyList<MemberSyntax> Members { get; } = members;

    public IEnumerable<FieldSyntax> Fields => Members.OfType<FieldSyntax>();
}
