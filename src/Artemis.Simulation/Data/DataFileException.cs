namespace Artemis.Simulation;

/// <summary>A data file is not as it must be. Each error names file, line and what is wrong.</summary>
public sealed class DataFileException : Exception
{
    /// <summary>Reports the errors of a file.</summary>
    /// <param name="errors">All of them, such as <c>balance.json(12): ships.scout.turnDegrees must be 1 to 180</c>.</param>
    public DataFileException(IReadOnlyList<string> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>The errors, one a line.</summary>
    public IReadOnlyList<string> Errors { get; }
}
