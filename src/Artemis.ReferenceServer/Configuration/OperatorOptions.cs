namespace Artemis.ReferenceServer.Configuration;

/// <summary>The operator's part of the HTTP API.</summary>
public sealed class OperatorOptions
{
    /// <summary>Whether there is one.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The operator's secret, of at least 16 characters; empty takes it from the file.</summary>
    public string Secret { get; set; } = "";

    /// <summary>
    /// File with the operator's secret; empty is <c>operator-secret</c> in the data folder, which the server makes if it is missing.
    /// </summary>
    public string SecretFile { get; set; } = "";
}
