using Artemis.Motion;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client;

/// <summary>What an order of the helm does to the motion step, in the values that the server will read from the wire.</summary>
internal readonly record struct HelmOrder(uint Subtype, double Value)
{
    /// <summary>The order in a command; false if it does not move the ship.</summary>
    public static bool TryFrom<T>(in T command, out HelmOrder order)
        where T : struct, ICommand
    {
        Span<byte> body = stackalloc byte[16];
        order = default;
        if (T.Id >> 8 != HelmSetImpulse.CommandId >> 8 || command.EncodedSize() > body.Length) return false;
        body = body[..command.Encode(body, ArtemisProtocol.Version)];
        double? value = T.Id switch
        {
            HelmSetImpulse.CommandId when HelmSetImpulse.Decode(body, out var impulse) == DecodeStatus.Ok => impulse.Impulse,
            HelmSetRudder.CommandId when HelmSetRudder.Decode(body, out var rudder) == DecodeStatus.Ok => rudder.Rudder,
            HelmSetCourse.CommandId when HelmSetCourse.Decode(body, out var course) == DecodeStatus.Ok => course.Course,
            HelmSetWarp.CommandId when HelmSetWarp.Decode(body, out var warp) == DecodeStatus.Ok => warp.Factor,
            HelmSetReverse.CommandId when HelmSetReverse.Decode(body, out var reverse) == DecodeStatus.Ok => reverse.Reverse ? 1 : 0,
            HelmSetClimb.CommandId when HelmSetClimb.Decode(body, out var climb) == DecodeStatus.Ok => climb.Climb,
            _ => null,
        };
        order = new(T.Id, value.GetValueOrDefault());
        return value is not null;
    }

    /// <summary>Puts the order into effect. Orders are absolute, so that doing so twice does no harm.</summary>
    public void ApplyTo(ref MotionInput input)
    {
        switch (Subtype)
        {
            case HelmSetImpulse.CommandId:
                input.Impulse = Value;
                break;
            case HelmSetRudder.CommandId:
                input.Steering = Motion.SteeringMode.Rudder;
                input.Rudder = Value;
                break;
            case HelmSetCourse.CommandId:
                input.Steering = Motion.SteeringMode.Course;
                input.Course = Value;
                break;
            case HelmSetWarp.CommandId:
                input.WarpFactor = Value;
                break;
            case HelmSetReverse.CommandId:
                input.Reverse = Value != 0;
                break;
            case HelmSetClimb.CommandId:
                input.Climb = Value;
                break;
        }
    }
}
