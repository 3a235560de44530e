using Artemis.ReferenceServer.Gateway.Registry;

namespace Artemis.ReferenceServer.Gateway.Http.Contracts;

/// <summary>How a game ended.</summary>
/// <param name="Id">Names the result.</param>
/// <param name="SessionId">The session.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Difficulty">1 (easy) to 11 (hopeless).</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Seconds">How long it took, in seconds.</param>
/// <param name="BasesLost">Bases that were lost.</param>
/// <param name="Ships">What each ship did.</param>
/// <param name="Players">Names of those who played.</param>
internal sealed record PastResult(
    Guid Id,
    Guid SessionId,
    DateTimeOffset EndedAt,
    string Scenario,
    int Difficulty,
    Outcome Outcome,
    string Text,
    double Seconds,
    int BasesLost,
    IReadOnlyList<PastShip> Ships,
    IReadOnlyList<string> Players)
{
    /// <summary>Describes a result that was kept.</summary>
    public static PastResult From(KeptResult result)
    {
        var detail = ResultDetail.FromJson(result.Detail);
        return new PastResult(
            Guid.Parse(result.Id),
            Guid.Parse(result.SessionId),
            DateTimeOffset.FromUnixTimeSeconds(result.EndedAt),
            result.Scenario,
            (int)result.Difficulty,
            Enum.TryParse<Outcome>(result.Outcome, out var outcome) ? outcome : Outcome.Abandoned,
            result.Text,
            result.Seconds,
            detail.BasesLost,
            detail.Ships,
            [.. detail.Players.Select(player => player.Name)]);
    }
}
