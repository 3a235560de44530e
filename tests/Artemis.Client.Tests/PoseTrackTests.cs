namespace Artemis.Client.Tests;

public sealed class PoseTrackTests
{
    [Fact]
    public void Between_two_updates_an_object_moves_evenly()
    {
        var track = new PoseTrack();
        track.Push(0, new Pose(0, 0, 0, 0), 100);
        track.Push(100, new Pose(10, 20, 30, 0.4), 100);
        Assert.Equal(new Pose(2.5, 5, 7.5, 0.1), track.Sample(25, 100));
    }

    [Fact]
    public void A_heading_turns_the_shorter_way_over_north()
    {
        var track = new PoseTrack();
        track.Push(0, new Pose(0, 0, 0, Math.Tau - 0.2), 100);
        track.Push(100, new Pose(0, 0, 0, 0.2), 100);
        Assert.Equal(Math.Tau - 0.1, track.Sample(25, 100).Heading, 12);
        Assert.Equal(0.1, track.Sample(75, 100).Heading, 12);
    }

    [Fact]
    public void A_late_update_is_bridged_for_150_ms_and_then_the_object_holds_still()
    {
        var track = new PoseTrack();
        track.Push(0, default, 100);
        track.Push(100, new Pose(10, 0, 0, 0), 100);
        Assert.Equal(20, track.Sample(200, 100).X, 9);
        Assert.Equal(25, track.Sample(250, 100).X, 9);
        Assert.Equal(25, track.Sample(400, 100).X, 9);
    }

    [Fact]
    public void What_the_stream_passed_over_has_not_moved()
    {
        var track = new PoseTrack();
        track.Push(0, default, 100);
        track.Push(100, new Pose(10, 0, 0, 0), 100);
        Assert.Equal(10, track.Sample(250, 300).X, 9);
    }

    [Fact]
    public void What_flies_on_as_it_did_moves_evenly_while_nothing_is_told_of_it()
    {
        var track = new PoseTrack();
        track.Push(0, new Pose(0, 0, 0, Math.PI / 2), 100, speed: 50);
        for (double time = 0; time <= 1000; time += 10) Assert.Equal(time / 20, track.Sample(time, Math.Floor(time / 100) * 100).X, 6);
        track.Push(1000, new Pose(50, 0, 0, Math.PI / 2), 100, speed: 50);
        for (double time = 1000; time <= 1900; time += 10) Assert.Equal(time / 20, track.Sample(time, Math.Floor(time / 100) * 100).X, 6);
    }

    [Fact]
    public void What_flies_on_holds_still_150_ms_after_the_stream_has_stopped()
    {
        var track = new PoseTrack();
        track.Push(0, default, 100, speed: 100);
        Assert.Equal(40, track.Sample(400, 400).Z, 9);
        Assert.Equal(45, track.Sample(450, 300).Z, 9);
        Assert.Equal(45, track.Sample(2000, 300).Z, 9);
    }

    [Fact]
    public void An_object_that_sets_off_again_does_not_creep_through_its_rest()
    {
        var track = new PoseTrack();
        track.Push(0, default, 100);
        track.Push(1000, new Pose(10, 0, 0, 0), 100);
        Assert.Equal(0, track.Sample(900, 1000).X, 9);
        Assert.Equal(5, track.Sample(950, 1000).X, 9);
    }

    [Fact]
    public void The_error_of_having_carried_on_is_worked_off_without_a_jump()
    {
        var track = new PoseTrack();
        track.Push(0, default, 100);
        track.Push(100, new Pose(10, 0, 0, 0), 100);
        double before = track.Sample(200, 100).X;
        track.Push(200, new Pose(12, 0, 0, 0), 100);
        track.Push(300, new Pose(14, 0, 0, 0), 100);
        Assert.Equal(before, track.Sample(200, 300).X, 9);
        Assert.InRange(track.Sample(250, 300).X, 13, before);
        Assert.Equal(14, track.Sample(300, 300).X, 9);
    }

    [Fact]
    public void Old_updates_are_ignored()
    {
        var track = new PoseTrack();
        track.Push(100, new Pose(10, 0, 0, 0), 100);
        track.Push(50, new Pose(99, 0, 0, 0), 100);
        Assert.Equal(10, track.Sample(100, 100).X, 9);
    }
}
