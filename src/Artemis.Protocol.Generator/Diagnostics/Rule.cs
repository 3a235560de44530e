namespace Artemis.Protocol.Generator.Diagnostics;

/// <summary>Describes one kind of diagnostic. All of them are in <see cref="Rules"/>.</summary>
/// <param name="Id"><c>ARTnnnn</c>; never given to another rule.</param>
/// <param name="Title">A few words for lists of rules.</param>
/// <param name="Message">What is wrong, with placeholders for the arguments.</param>
/// <param name="Advice">What to do, over the same arguments.</param>
public sealed record Rule(
    string Id,
    string Title,
    string Message,
    string Advice,
    SchemaSeverity Severity = SchemaSeverity.Error);
