using System.Data.Common;
using Artemis.ReferenceServer.Gateway.Registry;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Routing;

/// <summary>Turns what games tell about their end into what is kept.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class ResultKeeper(ResultStore store, TimeProvider time, ILogger<ResultKeeper> log)
{
    /// <summary>Keeps a result.</summary>
    /// <returns>False if it could not be written; it has to come again.</returns>
    public async Task<bool> TryKeepAsync(GameResults results, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(results);
        var detail = new ResultDetail(
            [
                .. results.Ships.Select(ship => new PastShip(
                    ship.Ship,
                    ship.Name,
                    ship.Survived,
                    ship.DamageDealt,
                    ship.DamageTaken,
                    ship.Kills,
                    ship.TorpedoesFired,
                    ship.TorpedoesHit,
                    ship.Distance,
                    ship.EnergyUsed)),
            ],
            [.. results.Players.Select(player => new PastPlayer(player.PlayerId, player.Name))],
            results.BasesLost);
        try
        {
            await store.KeepAsync(
                new KeptResult(
                    results.ResultId.ToString(),
                    results.SessionId.ToString(),
                    time.GetUtcNow().ToUnixTimeSeconds(),
                    results.Scenario,
                    results.Difficulty,
                    results.Outcome.ToString(),
                    results.Text,
                    results.Seconds,
                    detail.ToJson()),
                cancel);
            return true;
        }
        catch (DbException exception)
        {
            LogNotKept(results.ResultId, exception);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Result {ResultId} could not be kept.")]
    private partial void LogNotKept(Guid resultId, Exception exception);
}
