namespace Artemis.Protocol.MessagePack;

/// <summary>What comes before the bytes of an extension.</summary>
/// <param name="TypeCode">The application's own code; negative ones are the specification's, −1 is a time.</param>
/// <param name="Length">Bytes that follow.</param>
public readonly record struct ExtensionHeader(sbyte TypeCode, uint Length);
