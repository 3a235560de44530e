namespace Artemis.Protocol.Tool;

/// <summary>A failure that a person can do something about; the message says what.</summary>
internal sealed class ToolException(string message) : Exception(message);

/// <summary>What the process exits with.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    public const int Failed = 1;
}
