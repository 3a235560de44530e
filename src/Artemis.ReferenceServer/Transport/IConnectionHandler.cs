namespace Artemis.ReferenceServer.Transport;

/// <summary>What a connection's owner does with what comes in. Called by one thread at a time.</summary>
public interface IConnectionHandler
{
    /// <summary>A whole binary message came.</summary>
    /// <param name="message">Its bytes, valid until the returned task ends.</param>
    /// <returns>Ends when the next message may be read.</returns>
    ValueTask OnMessageAsync(ReadOnlyMemory<byte> message);
}
