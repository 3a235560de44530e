namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>Who owns which name. Keeps hashes of tokens only.</summary>
public interface IPlayerRegistry
{
    /// <summary>Signs a player in; a name that is free is registered.</summary>
    /// <param name="name">The name; two that differ in case only are the same.</param>
    /// <param name="token">
    /// What proves that the name is the player's, if they were here before. If the name is free, a token that is well-formed proves it from now on.
    /// </param>
    /// <param name="cancel">Gives up.</param>
    Task<SignIn> SignInAsync(string name, string? token, CancellationToken cancel);

    /// <summary>The name of a player, or null.</summary>
    Task<string?> FindNameAsync(Guid playerId, CancellationToken cancel);
}

/// <summary>How a sign-in went.</summary>
public abstract record SignIn
{
    private SignIn()
    {
    }

    /// <summary>The name was free and is the player's now.</summary>
    /// <param name="PlayerId">The new player.</param>
    /// <param name="Name">The name as it was registered.</param>
    /// <param name="Token">The token. It cannot be had again.</param>
    /// <param name="TokenGiven">Whether it is the one that was given, so that the player has it already.</param>
    public sealed record Registered(Guid PlayerId, string Name, Transport.SecretToken Token, bool TokenGiven) : SignIn;

    /// <summary>Name and token fit.</summary>
    /// <param name="PlayerId">The player.</param>
    /// <param name="Name">The name as it was registered.</param>
    public sealed record Recognized(Guid PlayerId, string Name) : SignIn;

    /// <summary>The name is somebody's, and the token is absent or not theirs.</summary>
    /// <param name="TokenGiven">Whether a token was given.</param>
    public sealed record Refused(bool TokenGiven) : SignIn;
}
