namespace Artemis.Protocol.Generator;

/// <summary>A file that an emitter made. Nothing is written by the emitter itself.</summary>
/// <param name="Path">Relative to the output's root, with <c>/</c> between folders.</param>
/// <param name="Text">The whole content; lines end in LF.</param>
public sealed record OutputFile(string Path, string Text);
