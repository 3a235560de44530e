using System.ComponentModel.DataAnnotations;

namespace Artemis.ReferenceServer.Configuration;

/// <summary>Time-outs of a session, in seconds.</summary>
public sealed class SessionOptions
{
    /// <summary>How long a seat is kept for a player who was redirected and has not come yet.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double ReservationSeconds { get; set; } = 15;

    /// <summary>How long a seat is kept for a player who lost the connection.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double RejoinWindowSeconds { get; set; } = 60;

    /// <summary>After how long the computer works the console of such a player.</summary>
    [Range(0, SettingsCheck.MaxSeconds)]
    public double AutopilotAfterSeconds { get; set; } = 3;

    /// <summary>After how long a lobby in which nothing happens closes.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double LobbyIdleSeconds { get; set; } = 30 * 60;

    /// <summary>How long results are shown before the session closes.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double ResultsSeconds { get; set; } = 5 * 60;

    /// <summary>After how long a running game is broken off and its results are shown; 0 lets it last as long as it does.</summary>
    [Range(0, SettingsCheck.MaxSeconds)]
    public double GameSeconds { get; set; }

    /// <summary>After how long a running game without any player closes, and any empty game whose gateway is gone.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double EmptySeconds { get; set; } = 5 * 60;
}
