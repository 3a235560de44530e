using Artemis.Protocol.Generator;

namespace Artemis.Protocol.Tool.Files;

/// <summary>All files that one output of one protocol consists of, and the folder they belong in.</summary>
/// <param name="Protocol">Name of the protocol.</param>
/// <param name="Kind">The output, such as <c>typescript</c>.</param>
/// <param name="Folder">Where the files belong.</param>
internal sealed record OutputSet(string Protocol, string Kind, string Folder, IReadOnlyList<OutputFile> Files);

/// <summary>How a file on disk differs from what the schema says.</summary>
internal enum FileState
{
    /// <summary>Its content is another.</summary>
    Stale,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It was written earlier, and the schema makes it no longer.</summary>
    Extra,
}

/// <summary>A file to be written or removed.</summary>
/// <param name="Path">Its path on disk.</param>
/// <param name="Text">What it should hold; null if it should not be there.</param>
internal sealed record FileChange(FileState State, string Path, string? Text);
