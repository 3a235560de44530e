namespace Artemis.Fuzz.Targets;

/// <summary>A decoder did not throw, but did what it must not.</summary>
internal sealed class FindingException(string message) : Exception(message);
