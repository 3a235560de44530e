using Xunit;

namespace Artemis.Simulation.Tests;

/// <summary>Who chooses what the main screen shows.</summary>
public sealed class MainScreenTests
{
    private const ConsoleSet AllButMainScreen = ConsoleSet.All & ~ConsoleSet.MainScreen;

    [Theory]
    [InlineData(ConsoleSet.Helm)]
    [InlineData(ConsoleSet.MainScreen)]
    public void It_is_chosen_by_its_console_or_the_helm(ConsoleSet console)
    {
        var bridge = new Bridge();
        Assert.Null(Turn(bridge, console, MainScreenView.Port));
        Assert.Equal(MainScreenView.Port, bridge.Ship.View);
    }

    [Fact]
    public void It_is_not_chosen_by_other_consoles()
    {
        var bridge = new Bridge();
        Assert.Equal(RefusalReason.WrongConsole, Turn(bridge, ConsoleSet.Science, MainScreenView.Port));
        Assert.Equal(MainScreenView.Fore, bridge.Ship.View);
    }

    [Fact]
    public void With_nobody_at_it_the_computer_shows_the_enemy_though_the_helm_is_manned()
    {
        var bridge = new Bridge();
        bridge.Game.SetCrew(0, AllButMainScreen);
        bridge.AddNpc(NpcKind.Light, 0, 3000);
        bridge.Run(3);
        Assert.Equal(MainScreenView.Tactical, bridge.Ship.View);
    }

    [Fact]
    public void What_the_helm_chose_stays_whatever_the_computer_would_show()
    {
        var bridge = new Bridge();
        bridge.Game.SetCrew(0, AllButMainScreen);
        Assert.Null(Turn(bridge, ConsoleSet.Helm, MainScreenView.Aft));
        bridge.AddNpc(NpcKind.Light, 0, 3000);
        bridge.Run(10);
        Assert.Equal(MainScreenView.Aft, bridge.Ship.View);
    }

    [Fact]
    public void What_a_person_chose_who_then_left_the_main_screen_to_the_helm_stays()
    {
        var bridge = new Bridge();
        Assert.Null(Turn(bridge, ConsoleSet.MainScreen, MainScreenView.Status));
        bridge.Game.SetCrew(0, AllButMainScreen);
        bridge.Run(10);
        Assert.Equal(MainScreenView.Status, bridge.Ship.View);
    }

    [Fact]
    public void With_nobody_left_who_could_choose_the_computer_does()
    {
        var bridge = new Bridge();
        Assert.Null(Turn(bridge, ConsoleSet.Helm, MainScreenView.Status));
        bridge.Game.SetCrew(0, ConsoleSet.Engineering);
        bridge.AddNpc(NpcKind.Light, 0, 3000);
        bridge.Run(3);
        Assert.Equal(MainScreenView.Tactical, bridge.Ship.View);
    }

    private static RefusalReason? Turn(Bridge bridge, ConsoleSet console, MainScreenView view) =>
        bridge.Game.TryApply(0, console, new Order { Kind = OrderKind.MainScreenSetView, Number = (int)view }, out var reason) ? null : reason;
}
