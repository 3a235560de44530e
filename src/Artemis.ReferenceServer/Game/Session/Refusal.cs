namespace Artemis.ReferenceServer.Game.Session;

/// <summary>Why a request was not met: a code that programs know, and words for people.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What happened and what to do.</param>
public sealed record Refusal(ErrorCode Code, string Message);
