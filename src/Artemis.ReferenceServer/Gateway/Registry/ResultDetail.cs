using System.Text.Json;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>What is kept of a result besides what can be searched for, as JSON.</summary>
/// <param name="Ships">What each ship did.</param>
/// <param name="Players">Who played.</param>
/// <param name="BasesLost">Bases that were lost.</param>
public sealed record ResultDetail(IReadOnlyList<PastShip> Ships, IReadOnlyList<PastPlayer> Players, int BasesLost)
{
    /// <summary>The detail as it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads it back; what cannot be read is empty.</summary>
    public static ResultDetail FromJson(string json)
    {
        try
        {
            if (JsonSerializer.Deserialize<ResultDetail>(json, JsonSerializerOptions.Web) is { Ships: not null, Players: not null } detail)
                return detail;
        }
        catch (JsonException)
        {
            // Written by another version, or by hand.
        }

        return new ResultDetail([], [], 0);
    }
}

/// <summary>What a ship did in a game.</summary>
/// <param name="Ship">Its place in the fleet, from 0.</param>
/// <param name="Name">Its name.</param>
/// <param name="Survived">Whether it is still there.</param>
/// <param name="DamageDealt">Damage that it did.</param>
/// <param name="DamageTaken">Damage that it took.</param>
/// <param name="Kills">Ships that it destroyed.</param>
/// <param name="TorpedoesFired">Torpedoes that it fired.</param>
/// <param name="TorpedoesHit">Those of them that hit.</param>
/// <param name="Distance">How far it flew, in units.</param>
/// <param name="EnergyUsed">Energy that it used.</param>
public sealed record PastShip(
    int Ship,
    string Name,
    bool Survived,
    double DamageDealt,
    double DamageTaken,
    int Kills,
    int TorpedoesFired,
    int TorpedoesHit,
    double Distance,
    double EnergyUsed);

/// <summary>One who played.</summary>
/// <param name="PlayerId">The player's id.</param>
/// <param name="Name">The name at that time.</param>
public sealed record PastPlayer(Guid PlayerId, string Name);
