using Artemis.Client;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;
using Console = Artemis.Protocol.Console;

namespace Artemis.Load.Players;

/// <summary>Works a console as one would who knows what it is for: now and then an order that makes sense where the ship is.</summary>
/// <param name="game">The connection.</param>
/// <param name="awaited">Where effects are waited for.</param>
/// <param name="mail">Messages between crews.</param>
/// <param name="random">What is left to chance.</param>
internal sealed class Officer(GameClient game, Awaited awaited, Mail mail, Random random)
{
    private bool _shieldsUp = true;
    private int _turn;

    /// <summary>Gives the orders of one turn, about one a second.</summary>
    public void Work(Console console)
    {
        _turn++;
        switch (console)
        {
            case Console.Helm:
                WorkHelm();
                break;
            case Console.Weapons:
                WorkWeapons();
                break;
            case Console.Engineering:
                WorkEngineering();
                break;
            case Console.Science:
                WorkScience();
                break;
            case Console.Communications:
                WorkCommunications();
                break;
            case Console.MainScreen when _turn % 5 == 0:
                game.Order(new MainScreenSetView { View = (MainScreenView)random.Next(7) });
                break;
        }
    }

    // Circles, so that a ship stays where the scenario wants it.
    private void WorkHelm()
    {
        if (_turn % 3 == 0)
            AwaitHelm("impulse", new HelmSetImpulse { Impulse = 0.3f + (float)(random.NextDouble() * 0.4) });
        else
            AwaitHelm("helmSteering", new HelmSetRudder { Rudder = 0.5f + (float)(random.NextDouble() * 0.5) });
    }

    private void WorkWeapons()
    {
        var own = game.OwnShipId;
        var target = game.Read(world => NearestHostile(world, own));
        if (_turn % 4 == 0 && target != 0)
            game.Order(new WeaponsSetTarget { TargetId = target });
        if (_turn % 7 == 0)
        {
            // Down for a turn, as for docking.
            _shieldsUp = !_shieldsUp;
            var up = _shieldsUp;
            Await("shieldToggle", new WeaponsSetShields { Up = up }, world => world.PlayerShips.TryGet(own, out var ship) && ship.ShieldsActive == up);
        }
        else
        {
            WorkTubes(own, target);
        }
    }

    private void WorkTubes(uint own, uint target)
    {
        var tubes = game.Read(world => world.ShipTubes.TryGet(own, out var tubes) ? tubes : default);
        for (byte tube = 0; tube < tubes.Tubes.Count; tube++)
        {
            var number = tube;
            if (tubes.Tubes[tube].State == TubeState.Loaded && target != 0)
            {
                Await("torpedoFire", new WeaponsFireTube { Tube = tube, TargetId = target }, world => world.ShipTubes.TryGet(own, out var now)
                    && (now.Tubes.Count <= number || now.Tubes[number].State != TubeState.Loaded));
                return;
            }

            if (tubes.Tubes[tube].State == TubeState.Empty && tubes.Homing > 0)
            {
                game.Order(new WeaponsLoadTube { Tube = tube, Ordnance = Ordnance.Homing });
                return;
            }
        }
    }

    private void WorkEngineering()
    {
        var own = game.OwnShipId;
        var system = (ShipSystem)random.Next(8);
        var percent = (ushort)(80 + (random.Next(9) * 5));
        Await("engineeringEnergy", new EngineeringSetPower { System = system, Percent = percent }, world => world.ShipSystems.TryGet(own, out var systems)
            && OrderedPower(in systems, system) == percent);
    }

    private void WorkScience()
    {
        var own = game.OwnShipId;
        var contact = game.Read(world => Unscanned(world, own));
        if (contact == 0)
            return;
        // What is seen first is that the scan has begun; how long it takes is the game's affair.
        Await("scienceScan", new ScienceScan { ObjectId = contact }, world => world.ShipSystems.TryGet(own, out var systems)
            && systems.ScanId == contact);
    }

    private void WorkCommunications()
    {
        var own = game.OwnShipId;
        if (_turn % 6 == 0)
        {
            game.Order(new CommsSetRedAlert { On = _turn % 12 == 0 });
            return;
        }

        var other = game.Read(world => OtherShip(world, own, random));
        if (other == 0)
            return;
        var words = mail.Write();
        if (game.Order(new CommsText { ShipId = other, Text = words }) == 0)
            mail.Forget(words);
    }

    // Gives an order that changes something, and waits for the first update that shows it. What is so already would be seen at once.
    private void Await<T>(string action, T order, Func<World, bool> isSeen)
        where T : struct, ICommand =>
        game.Read(world =>
        {
            var isSoAlready = isSeen(world);
            var sequence = game.Order(in order);
            if (sequence != 0 && !isSoAlready)
                awaited.Begin(action, sequence, isSeen);
            return sequence;
        });

    // The helm's orders are told by their sequence.
    private void AwaitHelm<T>(string action, T order)
        where T : struct, ICommand =>
        game.Read(_ =>
        {
            var sequence = game.Order(in order);
            if (sequence != 0)
                awaited.Begin(action, sequence, world => world.HelmSequence >= sequence);
            return sequence;
        });

    private static ushort OrderedPower(in ShipSystems systems, ShipSystem system) => system switch
    {
        ShipSystem.Beams => systems.Beams.OrderedPower,
        ShipSystem.Torpedoes => systems.Torpedoes.OrderedPower,
        ShipSystem.Sensors => systems.Sensors.OrderedPower,
        ShipSystem.Maneuvering => systems.Maneuvering.OrderedPower,
        ShipSystem.Impulse => systems.Impulse.OrderedPower,
        ShipSystem.Warp => systems.Warp.OrderedPower,
        ShipSystem.ForeShields => systems.ForeShields.OrderedPower,
        _ => systems.AftShields.OrderedPower,
    };

    private static uint NearestHostile(World world, uint own)
    {
        if (!world.PlayerShips.TryGet(own, out var ship))
            return 0;
        var (nearest, least) = (0u, float.MaxValue);
        foreach (var (id, npc) in world.NpcShips)
        {
            var (x, z) = (npc.PosX - ship.PosX, npc.PosZ - ship.PosZ);
            if (npc.Faction != Faction.Hostile || npc.Surrendered || (x * x) + (z * z) >= least)
                continue;
            (nearest, least) = (id, (x * x) + (z * z));
        }

        return nearest;
    }

    private static uint Unscanned(World world, uint own)
    {
        if (!world.PlayerShips.TryGet(own, out var ship))
            return 0;
        foreach (var (id, npc) in world.NpcShips)
        {
            var (x, z) = (npc.PosX - ship.PosX, npc.PosZ - ship.PosZ);
            if (npc.ScanState != ScanState.Twice && (x * x) + (z * z) < 100_000_000)
                return id;
        }

        return 0;
    }

    private static uint OtherShip(World world, uint own, Random random)
    {
        var others = world.PlayerShips.Ids.Where(id => id != own).ToArray();
        return others.Length == 0 ? 0 : others[random.Next(others.Length)];
    }
}
