using Artemis.Protocol.Runtime;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Game.Play;

/// <summary>Turns the protocol's commands into the simulation's orders.</summary>
internal static class OrderDecoder
{
    /// <summary>Reads a command.</summary>
    /// <param name="subtype">Which command.</param>
    /// <param name="body">Its body.</param>
    /// <param name="order">The order.</param>
    /// <returns>Null, or why it is none.</returns>
    public static Protocol.RefusalReason? Decode(uint subtype, ReadOnlySpan<byte> body, out Order order)
    {
        order = new Order { Kind = subtype <= ushort.MaxValue ? (OrderKind)subtype : OrderKind.None };
        var status = subtype switch
        {
            HelmSetImpulse.CommandId or HelmSetRudder.CommandId or HelmSetCourse.CommandId or HelmSetWarp.CommandId
                or HelmSetReverse.CommandId or HelmSetClimb.CommandId or HelmDock.CommandId or HelmUndock.CommandId =>
                DecodeHelm(subtype, body, ref order),
            WeaponsSetTarget.CommandId or WeaponsSetAutoBeams.CommandId or WeaponsFireBeams.CommandId
                or WeaponsSetFrequency.CommandId or WeaponsLoadTube.CommandId or WeaponsUnloadTube.CommandId
                or WeaponsFireTube.CommandId or WeaponsConvert.CommandId or WeaponsSetShields.CommandId =>
                DecodeWeapons(subtype, body, ref order),
            EngineeringSetPower.CommandId or EngineeringSetCoolant.CommandId or EngineeringSetAll.CommandId
                or EngineeringSendTeam.CommandId or EngineeringSetAutonomous.CommandId =>
                DecodeEngineering(subtype, body, ref order),
            _ => DecodeOthers(subtype, body, ref order),
        };
        return status switch
        {
            DecodeStatus.Ok => null,
            DecodeStatus.UnknownCommand => Protocol.RefusalReason.Unknown,
            _ => Protocol.RefusalReason.BadValue,
        };
    }

    private static DecodeStatus DecodeHelm(uint subtype, ReadOnlySpan<byte> body, ref Order order)
    {
        DecodeStatus status;
        switch (subtype)
        {
            case HelmSetImpulse.CommandId:
                status = HelmSetImpulse.Decode(body, out var impulse);
                order.Value = impulse.Impulse;
                return status;
            case HelmSetRudder.CommandId:
                status = HelmSetRudder.Decode(body, out var rudder);
                order.Value = rudder.Rudder;
                return status;
            case HelmSetCourse.CommandId:
                status = HelmSetCourse.Decode(body, out var course);
                order.Value = course.Course;
                return status;
            case HelmSetWarp.CommandId:
                status = HelmSetWarp.Decode(body, out var warp);
                order.Number = warp.Factor;
                return status;
            case HelmSetReverse.CommandId:
                status = HelmSetReverse.Decode(body, out var reverse);
                order.On = reverse.Reverse;
                return status;
            case HelmSetClimb.CommandId:
                status = HelmSetClimb.Decode(body, out var climb);
                order.Value = climb.Climb;
                return status;
            case HelmDock.CommandId:
                status = HelmDock.Decode(body, out var dock);
                order.ObjectId = dock.BaseId;
                return status;
            default:
                return HelmUndock.Decode(body, out _);
        }
    }

    private static DecodeStatus DecodeWeapons(uint subtype, ReadOnlySpan<byte> body, ref Order order)
    {
        DecodeStatus status;
        switch (subtype)
        {
            case WeaponsSetTarget.CommandId:
                status = WeaponsSetTarget.Decode(body, out var target);
                order.ObjectId = target.TargetId;
                return status;
            case WeaponsSetAutoBeams.CommandId:
                status = WeaponsSetAutoBeams.Decode(body, out var auto);
                order.On = auto.On;
                return status;
            case WeaponsFireBeams.CommandId:
                status = WeaponsFireBeams.Decode(body, out var beams);
                order.ObjectId = beams.TargetId;
                return status;
            case WeaponsSetFrequency.CommandId:
                status = WeaponsSetFrequency.Decode(body, out var tuning);
                order.Number = (int)tuning.Frequency;
                return status;
            case WeaponsLoadTube.CommandId:
                status = WeaponsLoadTube.Decode(body, out var load);
                (order.Number, order.Other) = (load.Tube, (int)load.Ordnance);
                return status;
            case WeaponsUnloadTube.CommandId:
                status = WeaponsUnloadTube.Decode(body, out var unload);
                order.Number = unload.Tube;
                return status;
            case WeaponsFireTube.CommandId:
                status = WeaponsFireTube.Decode(body, out var fire);
                (order.Number, order.ObjectId) = (fire.Tube, fire.TargetId);
                return status;
            case WeaponsConvert.CommandId:
                status = WeaponsConvert.Decode(body, out var convert);
                order.On = convert.ToEnergy;
                return status;
            default:
                status = WeaponsSetShields.Decode(body, out var shields);
                order.On = shields.Up;
                return status;
        }
    }

    private static DecodeStatus DecodeEngineering(uint subtype, ReadOnlySpan<byte> body, ref Order order)
    {
        DecodeStatus status;
        switch (subtype)
        {
            case EngineeringSetPower.CommandId:
                status = EngineeringSetPower.Decode(body, out var power);
                (order.Number, order.Other) = ((int)power.System, power.Percent);
                return status;
            case EngineeringSetCoolant.CommandId:
                status = EngineeringSetCoolant.Decode(body, out var coolant);
                (order.Number, order.Other) = ((int)coolant.System, coolant.Coolant);
                return status;
            case EngineeringSetAll.CommandId:
                status = EngineeringSetAll.Decode(body, out var all);
                for (var system = 0; system < SystemArray.Count; system++)
                {
                    order.Percent[system] = all.Percent[system];
                    order.Coolant[system] = all.Coolant[system];
                }

                return status;
            case EngineeringSendTeam.CommandId:
                status = EngineeringSendTeam.Decode(body, out var team);
                (order.Number, order.Other) = (team.Team, (int)team.System);
                return status;
            default:
                status = EngineeringSetAutonomous.Decode(body, out var autonomous);
                (order.Number, order.On) = (autonomous.Team, autonomous.On);
                return status;
        }
    }

    private static DecodeStatus DecodeOthers(uint subtype, ReadOnlySpan<byte> body, ref Order order)
    {
        DecodeStatus status;
        switch (subtype)
        {
            case ScienceScan.CommandId:
                status = ScienceScan.Decode(body, out var scan);
                order.ObjectId = scan.ObjectId;
                return status;
            case ScienceCancelScan.CommandId:
                return ScienceCancelScan.Decode(body, out _);
            case CommsHail.CommandId:
                status = CommsHail.Decode(body, out var hail);
                (order.ObjectId, order.Number, order.Other) = (hail.ObjectId, (int)hail.Hail, (int)hail.Ordnance);
                return status;
            case CommsText.CommandId:
                status = CommsText.Decode(body, out var text);
                order.ObjectId = text.ShipId;
                order.Text = status == DecodeStatus.Ok ? text.Text.ToString() : "";
                return status;
            case CommsSetRedAlert.CommandId:
                status = CommsSetRedAlert.Decode(body, out var alert);
                order.On = alert.On;
                return status;
            case MainScreenSetView.CommandId:
                status = MainScreenSetView.Decode(body, out var view);
                order.Number = (int)view.View;
                return status;
            default:
                return DecodeStatus.UnknownCommand;
        }
    }
}
