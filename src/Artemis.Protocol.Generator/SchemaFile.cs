namespace Artemis.Protocol.Generator;

/// <summary>A schema file as it was read.</summary>
/// <param name="Path">Where it is; imports of other files are relative to this.</param>
/// <param name="Text">Its content.</param>
public sealed record SchemaFile(string Path, string Text);
