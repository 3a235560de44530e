namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>A part of a packet as people and programs want to see it.</summary>
public abstract record ExplainedNode;

/// <summary>One value.</summary>
/// <param name="Json">As JSON; an object where there is more to say than the value, such as a code or a name.</param>
/// <param name="Text">As text on one line.</param>
public sealed record ExplainedLeaf(string Json, string Text) : ExplainedNode;

/// <summary>Named parts, in the order of the wire.</summary>
/// <param name="Title">What the group is, such as an object's type; empty if its name says it all.</param>
public sealed record ExplainedGroup(string Title, IReadOnlyList<ExplainedPart> Parts) : ExplainedNode;

/// <summary>A named part of a group.</summary>
public sealed record ExplainedPart(string Name, ExplainedNode Node);

/// <summary>Parts without names.</summary>
public sealed record ExplainedList(IReadOnlyList<ExplainedNode> Items) : ExplainedNode;
