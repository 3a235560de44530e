using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>An object as it is to be shown. Its newest state is in the <see cref="World"/>, under the same id, until it is gone from there.</summary>
public sealed class SceneItem
{
    internal SceneItem(uint id, ObjectType type) => (Id, Type) = (id, type);

    /// <summary>The object's id.</summary>
    public uint Id { get; }

    /// <summary>What it is.</summary>
    public ObjectType Type { get; }

    /// <summary>Where it is in the moment that is shown; changed by <see cref="Scene.Advance"/>.</summary>
    public Pose Pose { get; internal set; }

    /// <summary>Whether the stream has removed it; what comes under its id from then on is another item.</summary>
    internal bool IsLeaving { get; set; }
}
