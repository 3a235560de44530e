namespace Artemis.Simulation;

/// <summary>A recording cannot be read, or the game did not go as it says.</summary>
/// <param name="message">What is wrong, and where.</param>
public sealed class RecordingException(string message) : Exception(message);
