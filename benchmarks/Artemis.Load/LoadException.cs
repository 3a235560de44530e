namespace Artemis.Load;

/// <summary>The test cannot go on, and the message says why.</summary>
/// <param name="message">For the one who started it.</param>
internal sealed class LoadException(string message) : Exception(message);
