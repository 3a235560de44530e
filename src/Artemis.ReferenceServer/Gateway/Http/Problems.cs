using Microsoft.AspNetCore.Http;

namespace Artemis.ReferenceServer.Gateway.Http;

/// <summary>Answers that say what is wrong (RFC 9457).</summary>
internal static class Problems
{
    /// <summary>There is no such session.</summary>
    public static IResult NoSession() => Say(StatusCodes.Status404NotFound, "There is no such session; it may have ended.");

    /// <summary>There is no such player.</summary>
    public static IResult NoPlayer() => Say(StatusCodes.Status404NotFound, "There is no such player in the session.");

    /// <summary>There is no such host.</summary>
    public static IResult NoHost() => Say(StatusCodes.Status404NotFound, "There is no such host.");

    /// <summary>The request makes no sense.</summary>
    public static IResult BadRequest(string detail) => Say(StatusCodes.Status400BadRequest, detail);

    /// <summary>It cannot be done at the moment.</summary>
    public static IResult Unavailable(string detail) => Say(StatusCodes.Status503ServiceUnavailable, detail);

    private static IResult Say(int status, string detail) => Results.Problem(statusCode: status, detail: detail);
}
