using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>Speaks to a server's HTTP API as its operator does, without any of the server's own types.</summary>
internal sealed class OperatorClient : IDisposable
{
    public const string Secret = "a secret for tests only";

    private readonly HttpClient _http;

    public OperatorClient(ServerProcess server, string? secret = Secret)
    {
        _http = new HttpClient { BaseAddress = server.Http };
        if (secret is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
    }

    /// <summary>What tells a server the secret.</summary>
    public static Dictionary<string, string> Settings => new() { ["ARTEMIS__Operator__Secret"] = Secret };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<JsonElement> StatusAsync() => await _http.GetFromJsonAsync<JsonElement>("/api/operator/status", Cancel);

    /// <summary>The session with an id in the operator's list.</summary>
    public async Task<JsonElement?> SessionAsync(Guid id)
    {
        foreach (var session in (await StatusAsync()).GetProperty("sessions").EnumerateArray())
        {
            if (session.GetProperty("session").GetProperty("id").GetGuid() == id)
                return session;
        }

        return null;
    }

    public async Task<HttpStatusCode> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync("/api/operator/" + path, body, Cancel);
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> DeleteAsync(string path)
    {
        using var answer = await _http.DeleteAsync("/api/operator/" + path, Cancel);
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path, Cancel);
        return answer.StatusCode;
    }

    public Task<string> ReadAsync(string path) => _http.GetStringAsync(path, Cancel);

    public void Dispose() => _http.Dispose();
}
