using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Host;

/// <summary>What a host offers to a gateway.</summary>
/// <param name="Name">Under which the gateway knows the machine.</param>
/// <param name="Gateway">Where the gateway is, such as <c>ws://gateway:8080</c>.</param>
/// <param name="Secret">What proves that it may.</param>
/// <param name="Ports">Ports that games may use.</param>
/// <param name="Capacity">Games that it runs at most, 1 to <see cref="MaxCapacity"/>.</param>
internal sealed record HostOffer(string Name, Uri Gateway, string Secret, PortRange Ports, int Capacity)
{
    /// <summary>Most games that one host can offer to run.</summary>
    public const int MaxCapacity = 200;

    private const int MaxNameBytes = 64;

    /// <summary>Where the host itself connects to.</summary>
    public Uri HostAddress => Below("hosts");

    /// <summary>Where its games connect to.</summary>
    public Uri ControlAddress => Below("control");

    /// <summary>Checks what was given.</summary>
    /// <exception cref="StartupException">Something is missing or wrong; the message says what to do.</exception>
    public static HostOffer Create(string? name, string? gateway, string secret, string ports, int? games)
    {
        if (!Uri.TryCreate(gateway, UriKind.Absolute, out var address) || address.Scheme is not ("ws" or "wss"))
            throw new StartupException("--gateway wants the gateway's WebSocket address, such as ws://gateway.example:8080.");
        if (secret.Length < HostSecret.MinLength)
        {
            throw new StartupException(
                $"The secret is missing or too short. Put the same one, of {HostSecret.MinLength} characters or more, into the environment "
                + $"variable {HostSecret.Variable} here and at the gateway.");
        }

        if (!VisibleText.TryNormalize(name ?? Environment.MachineName, MaxNameBytes, out var visible))
            throw new StartupException($"--name wants 1 to {MaxNameBytes} bytes that can be seen.");
        var range = PortRange.Parse(ports);
        var capacity = games ?? (range.IsAny ? MaxCapacity / 2 : Math.Min(range.Count, MaxCapacity));
        if (capacity is < 1 or > MaxCapacity)
            throw new StartupException($"--games wants 1 to {MaxCapacity}.");
        return new HostOffer(visible, address, secret, range, capacity);
    }

    /// <summary>The offer without its secret.</summary>
    public override string ToString() => $"host {Name}, {Capacity} games";

    private Uri Below(string path)
    {
        var builder = new UriBuilder(Gateway);
        builder.Path = builder.Path.TrimEnd('/') + "/" + path;
        return builder.Uri;
    }
}
