using Artemis.Motion;

namespace Artemis.Client;

/// <summary>Which lever of the helm an order moves.</summary>
public enum HelmOrderKind : byte
{
    /// <summary>Impulse, 0 to 1.</summary>
    Impulse,

    /// <summary>Rudder, −1 to 1; ends steering to a course.</summary>
    Rudder,

    /// <summary>Course in radians; the ship turns to it.</summary>
    Course,

    /// <summary>Warp factor, 0 to 4.</summary>
    Warp,

    /// <summary>Reverse: 0 ahead, anything else astern.</summary>
    Reverse,

    /// <summary>Climb, −1 to 1.</summary>
    Climb,
}

/// <summary>An order of the helm, as the predictor needs it: absolute, so that applying it twice does no harm.</summary>
/// <param name="Sequence">Sequence of the command that carried it.</param>
/// <param name="Tick">The tick in which the server is expected to carry it out.</param>
/// <param name="Kind">Which lever.</param>
/// <param name="Value">Where to.</param>
public readonly record struct HelmOrder(uint Sequence, double Tick, HelmOrderKind Kind, double Value)
{
    /// <summary>Puts the order into effect.</summary>
    public void ApplyTo(ref MotionInput input)
    {
        switch (Kind)
        {
            case HelmOrderKind.Impulse:
                input.Impulse = Value;
                break;
            case HelmOrderKind.Rudder:
                input.Steering = SteeringMode.Rudder;
                input.Rudder = Value;
                break;
            case HelmOrderKind.Course:
                input.Steering = SteeringMode.Course;
                input.Course = Value;
                break;
            case HelmOrderKind.Warp:
                input.WarpFactor = Value;
                break;
            case HelmOrderKind.Reverse:
                input.Reverse = Value != 0;
                break;
            case HelmOrderKind.Climb:
                input.Climb = Value;
                break;
        }
    }
}
