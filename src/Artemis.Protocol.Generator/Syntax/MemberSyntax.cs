namespace Artemis.Protocol.Generator.Syntax;

/// <summary>A part of a declaration's body.</summary>
public abstract class MemberSyntax : SyntaxNode;

/// <summary><c>since 1.1</c>.</summary>
public sealed class SinceSyntax(SyntaxToken version) : SyntaxNode
{
    public SyntaxToken Version { get; } = version;
}

/// <summary><c>3 name? : Type since 1.1</c>; only fields of objects have a bit.</summary>
public sealed class FieldSyntax(
    string doc, SyntaxToken? bit, SyntaxToken name, SyntaxToken? question, TypeSyntax type, SinceSyntax? since) : MemberSyntax
{
    public string Doc { get; } = doc;

    public SyntaxToken? Bit { get; } = bit;

    public SyntaxToken Name { get; } = name;

    public SyntaxToken? Question { get; } = question;

    public TypeSyntax Type { get; } = type;

    public SinceSyntax? Since { get; } = since;
}

/// <summary><c>Name = 1 since 1.1</c>, in an enum or flags.</summary>
public sealed class EnumMemberSyntax(string doc, SyntaxToken name, ExpressionSyntax? value, SinceSyntax? since) : MemberSyntax
{
    public string Doc { get; } = doc;

    public SyntaxToken Name { get; } = name;

    public ExpressionSyntax? Value { get; } = value;

    public SinceSyntax? Since { get; } = since;
}

/// <summary><c>view Name { field, field }</c>.</summary>
public sealed class ViewSyntax(string doc, SyntaxToken name, IReadOnlyList<SyntaxToken> fields) : MemberSyntax
{
    public string Doc { get; } = doc;

    public SyntaxToken Name { get; } = name;

    public IReadOnlyList<SyntaxToken> Fields { get; } = fields;
}

/// <summary><c>reserved 5, 7..9</c>.</summary>
public sealed class ReservedSyntax(IReadOnlyList<ReservedRangeSyntax> ranges) : MemberSyntax
{
    public IReadOnlyList<ReservedRangeSyntax> Ranges { get; } = ranges;
}

/// <summary>One bit, or the bits from one to another.</summary>
public sealed class ReservedRangeSyntax(SyntaxToken first, SyntaxToken? last) : SyntaxNode
{
    public SyntaxToken First { get; } = first;

    public SyntaxToken? Last { get; } = last;
}

/// <summary><c>magic = 1</c>, or <c>namespace csharp "Name"</c>, in a protocol.</summary>
public sealed class SettingSyntax(SyntaxToken name, SyntaxToken? target, ExpressionSyntax value) : MemberSyntax
{
    public SyntaxToken Name { get; } = name;

    public SyntaxToken? Target { get; } = target;

    public ExpressionSyntax Value { get; } = value;
}

/// <summary><c>Console.Helm</c> after <c>by</c>.</summary>
public sealed class SenderSyntax(SyntaxToken type, SyntaxToken member) : SyntaxNode
{
    public SyntaxToken Type { get; } = type;

    public SyntaxToken Member { get; } = member;
}
