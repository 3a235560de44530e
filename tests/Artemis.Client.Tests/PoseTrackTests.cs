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
